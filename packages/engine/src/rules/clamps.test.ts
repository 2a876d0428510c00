import { expect, test } from 'vitest';
import {
  entry,
  evaluated,
  factsOf,
  indicator,
  item,
  refusalCodes,
  resultOf,
  ruleSetOf,
  scoreText,
  textOf,
} from '../test-support/small-rule-set.ts';
import type { Indicator, Item } from './rule-set.ts';
import type { Scoring } from './scoring.ts';

const one: Scoring = {
  family: 'occurrence',
  events: [
    { code: 'minus', name: '扣', points: '-0.5' },
    { code: 'plus', name: '加', points: '0.5' },
  ],
};
const leaf = (code: string, more: Partial<Indicator> = {}) => indicator(code, one, more);
const take = (code: string, points: number) => entry(code, { event: 'minus', quantity: String(points * 2) });
const give = (code: string, points: number) => entry(code, { event: 'plus', quantity: String(points * 2) });

test('§4 net first, then clamp: 40 − 43 + 2 is 0, not 2', () => {
  const rules = ruleSetOf([item('p', [leaf('x')], { marks: '40' })]);
  expect(scoreText(rules, factsOf([take('x', 43), give('x', 2)]))).toBe('0');
  expect(scoreText(rules, factsOf([take('x', 41), give('x', 2)]))).toBe('1');
  expect(scoreText(rules, factsOf([give('x', 2)]))).toBe('40');
});

test('§4 low, high and allowExcess move the clamp', () => {
  const of = (more: Partial<Item>, ...entries: ReturnType<typeof take>[]) =>
    scoreText(ruleSetOf([item('p', [leaf('x')], { marks: '10', ...more })]), factsOf(entries));
  expect(of({ allowExcess: true }, give('x', 3))).toBe('13');
  expect(of({ high: '12' }, give('x', 3))).toBe('12');
  expect(of({ low: '-2' }, take('x', 30))).toBe('-2');
});

test('§4 leaves 6 and 4, deductions 8 and 1: the project clamp gives 1, the leaf clamp 3', () => {
  const leaves = [leaf('x', { marks: '6' }), leaf('y', { marks: '4' })];
  const facts = factsOf([take('x', 8), take('y', 1)]);
  expect(scoreText(ruleSetOf([item('p', leaves, { marks: '10' })]), facts)).toBe('1');
  expect(scoreText(ruleSetOf([item('p', leaves, { marks: '10', floorAtLeaf: true })]), facts)).toBe('3');
});

test('§4 one leaf may have a floor of its own', () => {
  const leaves = [leaf('x', { marks: '6', floorAtLeaf: true }), leaf('y', { marks: '4' })];
  const rules = ruleSetOf([item('p', leaves, { marks: '10' })]);
  expect(scoreText(rules, factsOf([take('x', 8), take('y', 1)]))).toBe('3');
  expect(scoreText(rules, factsOf([take('y', 8)]))).toBe('2');
});

test('§4 S2: seven items 10/10/40/20/10/5/5 less 0/2/43/3.5/1/0/6 are 48.5', () => {
  const marks = ['10', '10', '40', '20', '10', '5', '5'];
  const deductions = [0, 2, 43, 3.5, 1, 0, 6];
  const items = marks.map((own, i) => item(`p${i}`, [leaf(`x${i}`)], { marks: own }));
  const rules = ruleSetOf(items, { mode: 'percentage', totalMarks: '100' });
  const result = resultOf(evaluated(rules, factsOf(deductions.map((points, i) => take(`x${i}`, points)))));
  expect(result.items.map((own) => textOf(own.score))).toEqual(['10', '8', '0', '16.5', '9', '5', '0']);
  expect(textOf(result.score)).toBe('48.5');
});

test('§4 marks that do not sum are refused with the difference', () => {
  const rules = ruleSetOf(
    [item('p', [leaf('x')], { marks: '60' }), item('q', [leaf('y')], { marks: '38.5' })],
    {
      mode: 'percentage',
      totalMarks: '100',
    },
  );
  expect(refusalCodes(rules, factsOf([]))).toEqual(['marksDoNotSum']);
  expect(() => evaluated(rules, factsOf([]))).toThrow('还差 1.5 分');
});

test('§4 totals are negative only in an accumulating rule set', () => {
  const bonus = item('b', [leaf('y')]);
  const percentage = ruleSetOf([item('p', [leaf('x')], { marks: '100' }), bonus], {
    mode: 'percentage',
    totalMarks: '100',
  });
  expect(scoreText(percentage, factsOf([take('x', 100), take('y', 4)]))).toBe('0');
  expect(scoreText(percentage, factsOf([take('x', 10), give('y', 4)]))).toBe('94');
  expect(scoreText(ruleSetOf([bonus]), factsOf([take('y', 4)]))).toBe('-4');
});

test('§5 modules weigh their items: 92 × 40 % + 54.7 + bonus 6.5 capped at 5 are 96.5', () => {
  const month = (quantity: string) => entry('months', { kind: 'score', quantity });
  const rules = {
    ...ruleSetOf([], { mode: 'percentage', totalMarks: '100' }),
    modules: [
      { code: 'common', name: '共性', weight: '40%', items: [item('p', [leaf('x')], { marks: '100' })] },
      {
        code: 'individual',
        name: '个性',
        weight: '60%',
        items: [item('q', [indicator('months', { family: 'imported' }, { marks: '100' })], { marks: '100' })],
      },
      { code: 'bonus', name: '激励', high: '5', items: [item('r', [leaf('y')])] },
    ],
  } as const;
  const facts = factsOf([take('x', 8), month('88'), month('90.5'), month('95'), give('y', 6.5)]);
  expect(scoreText(rules, facts)).toBe('96.5');
});

test('§1 nothing is rounded on the way: three leaves of 4/3 are 4', () => {
  const ratio: Scoring = { family: 'ratio', target: '3' };
  const leaves = ['x', 'y', 'z'].map((code) => indicator(code, ratio, { marks: '4' }));
  const rules = ruleSetOf([item('p', leaves, { marks: '12' })]);
  const facts = factsOf(['x', 'y', 'z'].map((code) => entry(code, { kind: 'measure', quantity: '1' })));
  expect(scoreText(rules, facts)).toBe('4');
});

test('§1 the result is rounded once; round = none keeps the exact value', () => {
  const of = (quantity: string, more = {}) =>
    scoreText(
      ruleSetOf([item('p', [indicator('x', { family: 'imported' })])], more),
      factsOf([entry('x', { kind: 'score', quantity })]),
    );
  expect(of('89.996')).toBe('90');
  expect(of('91.4625', { rounding: 'none' })).toBe('91.4625');
  expect(of('91.4625', { rounding: { digits: 1, mode: 'ceil' } })).toBe('91.5');
});
