import { expect, test } from 'vitest';
import { choosePeriods, methodsOf, valuesAbout } from './period-choices.ts';

const month = (index: number, state: 'sealed' | 'open' | 'inNotice' = 'sealed', ruleSetId = 'a') => ({
  id: `${ruleSetId}${index}`,
  kind: 'month' as const,
  state,
  from: `2026-${String(index).padStart(2, '0')}-01`,
  to: `2026-${String(index).padStart(2, '0')}-28`,
  own: ruleSetId === 'a',
  ruleSet: { id: ruleSetId, name: ruleSetId },
});
const year = [...Array.from({ length: 10 }, (_each, index) => month(index + 1)), month(11, 'open')];

test('P15 a weekly takes the period under way, a monthly the newest published one', () => {
  expect(choosePeriods(year, 'weekly', 'a')).toEqual(['a11']);
  expect(choosePeriods(year, 'monthly', 'a')).toEqual(['a10']);
});

test('P15 a quarterly takes the months of the newest finished quarter, in their order', () => {
  expect(choosePeriods(year, 'quarterly', 'a')).toEqual(['a7', 'a8', 'a9']);
  expect(choosePeriods(year, 'halfYearly', 'a')).toEqual(['a1', 'a2', 'a3', 'a4', 'a5', 'a6']);
});

test('P15 a method with quarters of its own gives its newest quarter', () => {
  const quarter = { ...month(9), kind: 'quarter' as const };
  expect(choosePeriods([quarter], 'quarterly', 'a')).toEqual(['a9']);
  expect(choosePeriods([], 'quarterly', 'a')).toEqual([]);
});

test('P15 the methods of the own unit are offered first', () => {
  expect(methodsOf([month(1, 'sealed', 'b'), month(1)]).map(({ id }) => id)).toEqual(['a', 'b']);
});

test('P15 coming from a period its own kind is filled in; one under way is told of as progress', () => {
  expect(valuesAbout(month(9))).toEqual({ kind: 'monthly', ruleSetId: 'a', periodIds: ['a9'] });
  expect(valuesAbout({ ...month(9), kind: 'half' }).kind).toBe('halfYearly');
  expect(valuesAbout(month(11, 'open')).kind).toBe('weekly');
});
