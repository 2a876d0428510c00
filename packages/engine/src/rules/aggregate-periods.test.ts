import { expect, test } from 'vitest';
import { exact } from '../kernel/exact-text.ts';
import { NOT_SCORED, scored } from '../kernel/score.ts';
import { textOf } from '../test-support/small-rule-set.ts';
import { aggregatePeriods } from './aggregate-periods.ts';
import type { AggregationRules } from './rule-set.ts';

function year(aggregation: AggregationRules, values: readonly (string | null)[]) {
  const periods = values.map((value, i) => ({
    period: `q${i + 1}`,
    score: value === null ? NOT_SCORED : scored(exact(value)),
  }));
  const result = aggregatePeriods({ aggregation }, periods);
  if (!result.ok) return result.refusals[0]?.code;
  return [textOf(result.value.score), result.value.ranked];
}

test('§6 the year is the mean of the assessed quarters: 92.5, 88.25, 95, 90.1 are 91.46', () => {
  expect(year({ kind: 'mean' }, ['92.5', '88.25', '95', '90.1'])).toEqual(['91.46', true]);
});

test('§6 a new unit with 90 and 94 has 92; one quarter alone is not ranked', () => {
  expect(year({ kind: 'mean' }, [null, null, '90', '94'])).toEqual(['92', true]);
  expect(year({ kind: 'mean' }, [null, null, null, '94'])).toEqual(['94', false]);
  expect(year({ kind: 'mean', minPeriods: 3 }, [null, null, '90', '94'])).toEqual(['92', false]);
  expect(year({ kind: 'mean' }, [null, null])).toEqual(['notScored', false]);
});

test('§6 sum, last and weighted are declared, never guessed', () => {
  expect(year({ kind: 'sum' }, ['3', '-1.5', '2'])).toEqual(['3.5', true]);
  expect(year({ kind: 'last' }, ['80', '85', null])).toEqual(['85', true]);
  const weights = [
    { period: 'q1', weight: '40%' },
    { period: 'q2', weight: '60%' },
  ];
  expect(year({ kind: 'weighted', weights }, ['90', '80'])).toEqual(['84', true]);
  expect(year({ kind: 'weighted', weights }, ['90', '80', '70'])).toBe('weightMissing');
  expect(year({ kind: 'mean', missing: 'zero' }, ['90', null])).toEqual(['45', true]);
});
