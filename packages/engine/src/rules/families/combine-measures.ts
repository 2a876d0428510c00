import { add, divide, type Exact, fromInteger, isZero, multiply, sign, ZERO } from '../../kernel/exact.ts';
import type { Refusals } from '../../kernel/refusal.ts';
import { compareEntries } from '../entry-order.ts';
import type { FactEntry } from '../facts.ts';
import type { NumberReader } from '../number-reader.ts';
import type { Combine } from '../scoring.ts';
import type { TraceFact } from '../trace.ts';
import type { Measured } from './family.ts';

interface Reading {
  readonly quantity: Exact;
  readonly of: Exact | null;
}

function read(entry: FactEntry, numbers: NumberReader, refusals: Refusals): Reading | null {
  const path = `entries[${entry.id}]`;
  if (entry.quantity === undefined) {
    refusals.add('quantityMissing', `${path}.quantity`, `记录 ${entry.id} 没有写明数量`);
    return null;
  }
  const quantity = numbers.decimal(entry.quantity, `${path}.quantity`);
  if (entry.of === undefined) return { quantity, of: null };
  const of = numbers.decimal(entry.of, `${path}.of`);
  if (sign(of) <= 0) {
    refusals.add('denominatorNotPositive', `${path}.of`, `记录 ${entry.id} 的分母必须大于 0`);
    return null;
  }
  return { quantity, of };
}

/**
 * Makes one measure of several entries. Numerators and denominators are summed before they are divided, so that
 * a quarter's rate is the rate of its cases and not the mean of three months' rates, unless `mean` says so.
 */
export function combineMeasures(
  entries: readonly FactEntry[],
  combine: Combine,
  scale: Exact,
  numbers: NumberReader,
  refusals: Refusals,
): Measured | null {
  if (entries.length === 0) return null;
  const chosen =
    combine === 'last' && entries.length > 1 ? [[...entries].sort(compareEntries).at(-1)] : [entries];
  const readings: Reading[] = [];
  for (const entry of chosen.flat()) {
    const reading = entry === undefined ? null : read(entry, numbers, refusals);
    if (reading !== null) readings.push(reading);
  }
  const withDenominator = readings.filter((reading) => reading.of !== null).length;
  if (withDenominator > 0 && withDenominator < readings.length) {
    refusals.add(
      'measuresMixed',
      `entries[${entries[0]?.id ?? ''}]`,
      `记录 ${entries[0]?.id ?? ''} 等的口径不一：有的写了分母 of，有的没写，请统一`,
    );
  }
  if (combine === 'mean') return mean(readings, scale);
  return total(readings, scale);
}

function total(readings: readonly Reading[], scale: Exact): Measured {
  let quantity = ZERO;
  let of = ZERO;
  for (const reading of readings) {
    quantity = add(quantity, reading.quantity);
    if (reading.of !== null) of = add(of, reading.of);
  }
  if (isZero(of)) return { value: quantity, facts: { actual: quantity } };
  const value = multiply(divide(quantity, of), scale);
  return { value, facts: { actual: value, numerator: quantity, denominator: of } };
}

function mean(readings: readonly Reading[], scale: Exact): Measured {
  let sum = ZERO;
  for (const { quantity, of } of readings) {
    sum = add(sum, of === null ? quantity : multiply(divide(quantity, of), scale));
  }
  const value = divide(sum, fromInteger(Math.max(readings.length, 1)));
  const facts: Record<string, TraceFact> = { actual: value, count: readings.length };
  return { value, facts };
}
