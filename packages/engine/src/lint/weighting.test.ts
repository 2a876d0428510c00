import { expect, test } from 'vitest';
import type { Indicator } from '../rules/rule-set.ts';
import type { Scoring } from '../rules/scoring.ts';
import { briefOf, lintOf, proven } from '../test-support/lint-codes.ts';
import { item } from '../test-support/small-rule-set.ts';

const minus: Scoring = { family: 'occurrence', events: [{ code: 'e', name: '扣分', points: '-1' }] };
const percentage = { mode: 'percentage' as const, totalMarks: '100', matters: {} };
const leaf = (code: string, marks: string, scoring: Scoring = minus) =>
  proven(code, scoring, { marks, name: `${code}指标${code}` });

test('X6 an indicator that weighs more than all the others together is named', () => {
  const two = (a: string, b: string, scoring: Scoring = minus) =>
    briefOf(lintOf([item('p', [leaf('x', a, scoring), leaf('y', b)], { marks: '100' })], percentage));
  expect(two('60', '40')).toEqual(['indicatorDominates modules[0].items[0].indicators[0].marks 60']);
  expect(two('50', '50')).toEqual([]);
  expect(two('60', '40', { family: 'imported' })).toEqual([]);
  expect(briefOf(lintOf([item('p', [leaf('x', '100')], { marks: '100' })], percentage))).toEqual([]);
  const items = [item('p', [leaf('x', '60'), leaf('y', '140')], { marks: '200' })];
  const weighed = { ...percentage, modules: [{ code: 'm', name: 'm', weight: '50%', items }] };
  expect(briefOf(lintOf([], weighed))).toEqual([
    'indicatorDominates modules[0].items[0].indicators[1].marks 70',
  ]);
  expect(
    lintOf([item('p', [proven('x', minus), proven('y', minus, { name: '另一个' })])], {
      matters: {},
      totalMarks: '0',
    }),
  ).toEqual([]);
});

function burden(count: number, scope: (at: number) => Partial<Indicator>) {
  const many = Array.from({ length: count }, (_, at) =>
    proven(`x${at}`, minus, { name: String.fromCodePoint(0x4e00 + at * 7, 0x4e00 + at * 11), ...scope(at) }),
  );
  return lintOf([item('p', many)], { matters: {} }).filter((finding) => finding.code === 'tooManyIndicators');
}

test('X6 more than a hundred indicators for one person are named as a burden', () => {
  expect(burden(100, () => ({}))).toEqual([]);
  expect(burden(101, () => ({ subjects: { kinds: ['unit'] } }))).toMatchObject([
    { name: '小办法', path: 'modules', words: ['101'], reason: expect.stringContaining('单位') },
  ]);
  expect(burden(101, () => ({}))).toHaveLength(2);
  const halves = (at: number) => ({ subjects: { sequences: [at % 2 === 0 ? '甲' : '乙'] } });
  expect(burden(120, halves)).toEqual([]);
  expect(burden(202, halves)).toHaveLength(2);
});
