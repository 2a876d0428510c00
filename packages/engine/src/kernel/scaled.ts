import { type Exact, reduceNumber } from './exact.ts';

/**
 * Scaled integers: a value as a whole number of 1/scale. Plain numbers, exact as long as they are safe integers; what
 * is no whole number of 1/scale, or too large, is NaN and stays an {@link Exact}.
 */
export function toScaled({ n, d }: Exact, scale: number): number {
  if (typeof n !== 'number' || typeof d !== 'number' || scale % d !== 0) return Number.NaN;
  const scaled = n * (scale / d);
  return Number.isSafeInteger(scaled) ? scaled : Number.NaN;
}

export function fromScaled(scaled: number, scale: number): Exact {
  return reduceNumber(scaled, scale);
}

/** The smallest scale on which all the values are whole; Infinity when there is no safe one. */
export function commonScale(values: Iterable<Exact>): number {
  let scale = 1;
  for (const { d } of values) {
    if (typeof d !== 'number') return Number.POSITIVE_INFINITY;
    scale = (scale / greatestDivisor(scale, d)) * d;
    if (!Number.isSafeInteger(scale)) return Number.POSITIVE_INFINITY;
  }
  return scale;
}

function greatestDivisor(a: number, b: number): number {
  let x = a;
  let y = b;
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}
