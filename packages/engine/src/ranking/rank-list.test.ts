import { expect, test } from 'vitest';
import { exact } from '../kernel/exact-text.ts';
import { EXEMPT, NOT_SCORED, type Score, scored } from '../kernel/score.ts';
import { rankList } from './rank-list.ts';

const member = (score: Score, kind?: 'rankLast' | 'excludeFromRanking' | 'noGrade') => ({
  score,
  effects: kind === undefined ? [] : [{ kind, source: 'e' }],
});
const of = (text: string) => scored(exact(text));

test('§7 95, 93, 93, 90 are 1, 2, 2, 4; exact values are compared, not floats', () => {
  expect(rankList(['95', '93', '93', '90'].map((text) => member(of(text))))).toEqual([1, 2, 2, 4]);
  expect(rankList(['0.1', '0.10000000000000000001', '1/3'].map((text) => member(of(text))))).toEqual([
    3, 2, 1,
  ]);
  expect(rankList([])).toEqual([]);
});

test('§7 exempt, unscored and excluded have no rank and take none; “rank last” ties at the end', () => {
  const members = [
    member(of('99'), 'rankLast'),
    member(of('80'), 'noGrade'),
    member(EXEMPT),
    member(NOT_SCORED),
    member(of('98'), 'excludeFromRanking'),
    member(of('0')),
    member(of('50'), 'rankLast'),
  ];
  expect(rankList(members)).toEqual([3, 1, null, null, null, 2, 3]);
});
