import { type Exact, fromBigints, reduceNumber } from './exact.ts';
import { withPoint } from './exact-text.ts';

/** How a value is rounded; 四舍五入 is `halfAwayFromZero` (§1 default). */
export type RoundingMode = 'halfAwayFromZero' | 'floor' | 'ceil' | 'halfEven';
export const ROUNDING_MODES = ['halfAwayFromZero', 'floor', 'ceil', 'halfEven'] as const;

export interface Rounding {
  readonly digits: number;
  readonly mode: RoundingMode;
}

/** §1: two decimals, half away from zero. */
export const DEFAULT_ROUNDING: Rounding = { digits: 2, mode: 'halfAwayFromZero' };

function divideRounded(top: bigint, bottom: bigint, mode: RoundingMode): bigint {
  const quotient = top / bottom;
  const rest = top % bottom;
  if (rest === 0n) return quotient;
  const away = top < 0n ? -1n : 1n;
  if (mode === 'floor') return top < 0n ? quotient - 1n : quotient;
  if (mode === 'ceil') return top < 0n ? quotient : quotient + 1n;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  if (twice > bottom) return quotient + away;
  if (twice < bottom) return quotient;
  if (mode === 'halfEven') return quotient % 2n === 0n ? quotient : quotient + away;
  return quotient + away;
}

/** The same on safe integers, whose quotient never rounds up to the next whole number before it is truncated. */
export function roundedQuotient(top: number, bottom: number, mode: RoundingMode): number {
  const quotient = Math.trunc(top / bottom) + 0;
  const rest = top - quotient * bottom;
  if (rest === 0) return quotient;
  const away = top < 0 ? -1 : 1;
  if (mode === 'floor') return top < 0 ? quotient - 1 : quotient;
  if (mode === 'ceil') return top < 0 ? quotient : quotient + 1;
  const size = rest < 0 ? -rest : rest;
  const other = bottom - size;
  if (size > other) return quotient + away;
  if (size < other) return quotient;
  if (mode === 'halfEven') return quotient % 2 === 0 ? quotient : quotient + away;
  return quotient + away;
}

function scaled(value: Exact, rounding: Rounding): bigint {
  return divideRounded(BigInt(value.n) * 10n ** BigInt(rounding.digits), BigInt(value.d), rounding.mode);
}

/** Rounds to the named number of decimals; every division of the engine that rounds goes through here. */
export function round(value: Exact, rounding: Rounding): Exact {
  const bottom = 10 ** rounding.digits;
  const top = typeof value.n === 'number' ? value.n * bottom : Number.NaN;
  if (typeof value.d === 'number' && Number.isSafeInteger(top)) {
    return reduceNumber(roundedQuotient(top, value.d, rounding.mode), bottom);
  }
  return fromBigints(scaled(value, rounding), 10n ** BigInt(rounding.digits));
}

/** Rounds and writes with exactly the named decimals: `92.00`. */
export function toFixedText(value: Exact, rounding: Rounding): string {
  return withPoint(scaled(value, rounding), rounding.digits);
}

export function floorToInteger(value: Exact): Exact {
  return round(value, { digits: 0, mode: 'floor' });
}

export function ceilToInteger(value: Exact): Exact {
  return round(value, { digits: 0, mode: 'ceil' });
}
