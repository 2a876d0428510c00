import type { RuleSet } from '@mingji/engine';
import { expect, test } from 'vitest';
import { Refusal } from '../../../refusal.ts';
import type { StandingRow } from '../../results/index.ts';
import { combinePeriods } from './combine-periods.ts';
import { periodsLabel } from './periods-label.ts';
import { rankBelow } from './rank-below.ts';

const rules = (aggregation?: RuleSet['aggregation']) =>
  ({ modules: [], ...(aggregation === undefined ? {} : { aggregation }) }) as unknown as RuleSet;
const row = (id: string, score: string | null, more: Partial<StandingRow> = {}): StandingRow => ({
  kind: 'unit',
  id,
  name: id,
  code: id,
  unitName: id,
  unitPath: `city/${id}/`,
  sequence: 's',
  sequenceName: '序列',
  group: null,
  state: score === null ? 'notScored' : 'scored',
  score,
  rank: null,
  modules: [],
  ...more,
});

test('§6 a quarter is its months by the method’s own aggregation, ranked anew from the rounded sums', () => {
  const months = [
    { label: '7月', rows: [row('a', '90.00'), row('b', '95.50'), row('c', null)] },
    { label: '8月', rows: [row('a', '92.50'), row('b', '87.00'), row('c', '80.00')] },
  ];
  const scores = (aggregation: RuleSet['aggregation']) =>
    combinePeriods(rules(aggregation), months).map(({ id, score, rank }) => [id, score, rank]);
  expect(scores({ kind: 'sum' })).toEqual([
    ['a', '182.50', 1],
    ['b', '182.50', 1],
    ['c', '80.00', 3],
  ]);
  expect(scores({ kind: 'mean' })).toEqual([
    ['a', '91.25', 1],
    ['b', '91.25', 1],
    // Fewer than two assessed periods: a score, but no rank.
    ['c', '80.00', null],
  ]);
});

test('§6 a method that says nothing about several periods is not added up by guess', () => {
  const months = [
    { label: '7月', rows: [row('a', '90')] },
    { label: '8月', rows: [row('a', '91')] },
  ];
  expect(() => combinePeriods(rules(), months)).toThrow(Refusal);
  expect(combinePeriods(rules(), months.slice(1))[0]?.score).toBe('91');
});

test('P15 a county ranks its own without contradicting the whole ranking', () => {
  const rows = [
    row('x', '99', { rank: 1, unitPath: 'city/other/x/' }),
    row('a', '95', { rank: 2, unitPath: 'city/county/a/' }),
    row('b', '95', { rank: 2, unitPath: 'city/county/b/' }),
    row('c', '90', { rank: 7, unitPath: 'city/county/c/' }),
  ];
  expect(rankBelow(rows, 'city/county/').map(({ id, rank }) => [id, rank])).toEqual([
    ['a', 1],
    ['b', 1],
    ['c', 3],
  ]);
  expect(rankBelow(rows, 'city/').map(({ rank }) => rank)).toEqual([1, 2, 2, 4]);
});

test('P15 several periods are told from the first to the last, the year once', () => {
  const labels = (...all: string[]) => periodsLabel(all.map((label) => ({ label })));
  expect(labels('2026年9月')).toBe('2026年9月');
  expect(labels('2026年7月', '2026年8月', '2026年9月')).toBe('2026年7月至9月');
  expect(labels('2025年12月', '2026年1月')).toBe('2025年12月至2026年1月');
});
