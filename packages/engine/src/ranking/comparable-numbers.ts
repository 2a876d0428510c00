import { compare, type Exact } from '../kernel/exact.ts';
import { commonScale, toScaled } from '../kernel/scaled.ts';

/**
 * Exact values as whole numbers in the same order, equal where they are equal; null becomes -Infinity. On a common
 * scale where there is one, else by their places among each other.
 */
export function comparableNumbers(values: readonly (Exact | null)[]): Float64Array {
  const known = values.filter((value) => value !== null);
  const scale = commonScale(known);
  const scaled = toNumbers(values, (value) => toScaled(value, scale));
  if (!scaled.some(Number.isNaN)) return scaled;
  const places = new Map<Exact, number>();
  let place = 0;
  let previous: Exact | null = null;
  for (const value of known.sort(compare)) {
    if (previous !== null && compare(previous, value) !== 0) place++;
    places.set(value, place);
    previous = value;
  }
  return toNumbers(values, (value) => places.get(value) ?? 0);
}

function toNumbers(values: readonly (Exact | null)[], numberOf: (value: Exact) => number): Float64Array {
  return Float64Array.from(values, (value) => (value === null ? Number.NEGATIVE_INFINITY : numberOf(value)));
}
