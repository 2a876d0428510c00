import { expect, test } from 'vitest';
import { exact } from '../../kernel/exact-text.ts';
import { Refusals } from '../../kernel/refusal.ts';
import { entry } from '../../test-support/small-rule-set.ts';
import { toPlain } from '../evaluation-json.ts';
import type { FactEntry } from '../facts.ts';
import { NumberReader } from '../number-reader.ts';
import type { Combine } from '../scoring.ts';
import { combineMeasures } from './combine-measures.ts';

function combined(entries: readonly FactEntry[], combine: Combine) {
  const refusals = new Refusals();
  const measured = combineMeasures(entries, combine, exact('100'), new NumberReader(refusals), refusals);
  return refusals.any ? refusals.list : toPlain(measured);
}
const measure = (id: string, quantity: string, of?: string): FactEntry =>
  entry('x', { id, kind: 'measure', quantity, ...(of === undefined ? {} : { of }) });

test('§2 no entry is no measure, not 0', () => {
  expect(combined([], 'sum')).toBeNull();
  expect(combined([], 'mean')).toBeNull();
});

test('§2 quantities are added up, averaged, or the last one counts', () => {
  const two = [measure('b', '7'), measure('a', '5')];
  expect(combined(two, 'sum')).toEqual({ value: '12', facts: { actual: '12' } });
  expect(combined(two, 'mean')).toEqual({ value: '6', facts: { actual: '6', count: 2 } });
  expect(combined(two, 'last')).toEqual({ value: '7', facts: { actual: '7' } });
  expect(combined(two.slice(0, 1), 'last')).toEqual({ value: '7', facts: { actual: '7' } });
  const dated = [{ ...measure('a', '5'), at: '2026-09-20' }, measure('b', '7')];
  expect(combined(dated, 'last')).toEqual({ value: '5', facts: { actual: '5' } });
});

test('§2 a rate of several months is the rate of all its cases, unless the rule takes the mean of the rates', () => {
  const two = [measure('a', '1', '2'), measure('b', '9', '10')];
  expect(combined(two, 'sum')).toEqual({
    value: '250/3',
    facts: { actual: '250/3', numerator: '10', denominator: '12' },
  });
  expect(combined(two, 'mean')).toEqual({ value: '70', facts: { actual: '70', count: 2 } });
  expect(combined(two, 'last')).toEqual({
    value: '90',
    facts: { actual: '90', numerator: '9', denominator: '10' },
  });
});

test.each(['0', '-1'])('§2 a denominator of %s is refused', (of) => {
  expect(combined([measure('e', '1', of)], 'sum')).toEqual([
    { code: 'denominatorNotPositive', path: 'entries[e].of', message: '记录 e 的分母必须大于 0' },
  ]);
});

test('§2 a measure without a quantity is refused', () => {
  const { quantity: _, ...empty } = measure('e', '1');
  expect(combined([empty], 'sum')).toEqual([
    { code: 'quantityMissing', path: 'entries[e].quantity', message: '记录 e 没有写明数量' },
  ]);
  expect(combined([empty], 'mean')).toMatchObject([{ code: 'quantityMissing' }]);
});

test('§2 quantities and rates are not mixed', () => {
  expect(combined([measure('b', '1'), measure('a', '1', '2')], 'sum')).toEqual([
    {
      code: 'measuresMixed',
      path: 'entries[b]',
      message: '记录 b 等的口径不一：有的写了分母 of，有的没写，请统一',
    },
  ]);
});

test('§2 every number of a measure is read where it stands', () => {
  expect(combined([measure('e', '一', '二')], 'sum')).toMatchObject([
    { code: 'numberMalformed', path: 'entries[e].quantity' },
    { code: 'numberMalformed', path: 'entries[e].of' },
    { code: 'denominatorNotPositive' },
  ]);
});
