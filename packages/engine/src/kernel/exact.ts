/**
 * Exact rational numbers (§1: points are exact, 4/3 stays 4/3).
 *
 * A value is always in lowest terms with a positive denominator. Both parts are plain numbers while they are safe
 * integers and both are bigints otherwise, so that equal values have equal shape. A product or sum of safe integers
 * that is itself a safe integer is exact, which makes the fast path exact as well.
 */
declare const exactBrand: unique symbol;

export interface Exact {
  readonly n: number | bigint;
  readonly d: number | bigint;
  readonly [exactBrand]: true;
}

function pack(n: number | bigint, d: number | bigint): Exact {
  return { n, d } as Exact;
}

function gcdNumber(a: number, b: number): number {
  let x = a < 0 ? -a : a;
  let y = b;
  while (y !== 0) {
    const rest = x % y;
    x = y;
    y = rest;
  }
  return x;
}

function gcdBig(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b;
  while (y !== 0n) {
    const rest = x % y;
    x = y;
    y = rest;
  }
  return x;
}

/** Lowest terms of safe integers; the denominator must be positive. */
export function reduceNumber(n: number, d: number): Exact {
  if (d === 1) return pack(n + 0, 1);
  const common = gcdNumber(n, d);
  return pack(n / common + 0, d / common);
}

const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** Lowest terms of any integers; a zero denominator is a programming error, never a refusal. */
export function fromBigints(n: bigint, d: bigint): Exact {
  if (d === 0n) throw new RangeError('division by zero');
  const sign = d < 0n ? -1n : 1n;
  const common = gcdBig(n, d < 0n ? -d : d) * sign;
  const top = n / common;
  const bottom = d / common;
  const small = top <= MAX_SAFE && top >= -MAX_SAFE && bottom <= MAX_SAFE;
  return small ? pack(Number(top), Number(bottom)) : pack(top, bottom);
}

export const ZERO: Exact = pack(0, 1);
export const ONE: Exact = pack(1, 1);
export const HUNDRED: Exact = pack(100, 1);

/** An integer as an exact value; anything but a safe integer is a programming error. */
export function fromInteger(value: number): Exact {
  if (!Number.isSafeInteger(value)) throw new RangeError('not a safe integer');
  return pack(value + 0, 1);
}

export function add(a: Exact, b: Exact): Exact {
  const { n: an, d: ad } = a;
  const { n: bn, d: bd } = b;
  if (an === 0) return b;
  if (bn === 0) return a;
  if (typeof an === 'number' && typeof ad === 'number' && typeof bn === 'number' && typeof bd === 'number') {
    if (ad === bd) {
      const sum = an + bn;
      if (Number.isSafeInteger(sum)) return reduceNumber(sum, ad);
    } else {
      const left = an * bd;
      const right = bn * ad;
      const sum = left + right;
      const bottom = ad * bd;
      if (
        Number.isSafeInteger(left) &&
        Number.isSafeInteger(right) &&
        Number.isSafeInteger(sum) &&
        Number.isSafeInteger(bottom)
      ) {
        return reduceNumber(sum, bottom);
      }
    }
  }
  return fromBigints(BigInt(an) * BigInt(bd) + BigInt(bn) * BigInt(ad), BigInt(ad) * BigInt(bd));
}

export function negate(a: Exact): Exact {
  return typeof a.n === 'number' ? pack(0 - a.n, a.d) : pack(-a.n, a.d);
}

export function subtract(a: Exact, b: Exact): Exact {
  return add(a, negate(b));
}

export function multiply(a: Exact, b: Exact): Exact {
  const { n: an, d: ad } = a;
  const { n: bn, d: bd } = b;
  if (typeof an === 'number' && typeof ad === 'number' && typeof bn === 'number' && typeof bd === 'number') {
    const top = an * bn;
    const bottom = ad * bd;
    if (Number.isSafeInteger(top) && Number.isSafeInteger(bottom)) return reduceNumber(top, bottom);
  }
  return fromBigints(BigInt(an) * BigInt(bn), BigInt(ad) * BigInt(bd));
}

/** Dividing by zero throws: the caller decides what an empty denominator means, it is never a number. */
export function divide(a: Exact, b: Exact): Exact {
  return fromBigints(BigInt(a.n) * BigInt(b.d), BigInt(a.d) * BigInt(b.n));
}

export function sign(a: Exact): -1 | 0 | 1 {
  return a.n > 0 ? 1 : a.n < 0 ? -1 : 0;
}

export function compare(a: Exact, b: Exact): -1 | 0 | 1 {
  const { n: an, d: ad } = a;
  const { n: bn, d: bd } = b;
  if (typeof an === 'number' && typeof ad === 'number' && typeof bn === 'number' && typeof bd === 'number') {
    const left = an * bd;
    const right = bn * ad;
    if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) {
      return left < right ? -1 : left > right ? 1 : 0;
    }
  }
  const left = BigInt(an) * BigInt(bd);
  const right = BigInt(bn) * BigInt(ad);
  return left < right ? -1 : left > right ? 1 : 0;
}

export function equals(a: Exact, b: Exact): boolean {
  return a.n === b.n && a.d === b.d;
}

export function isZero(a: Exact): boolean {
  return a.n === 0;
}

export function absolute(a: Exact): Exact {
  return a.n < 0 ? negate(a) : a;
}

export function smaller(a: Exact, b: Exact): Exact {
  return compare(a, b) <= 0 ? a : b;
}

export function larger(a: Exact, b: Exact): Exact {
  return compare(a, b) >= 0 ? a : b;
}

export function sumOf(values: Iterable<Exact>): Exact {
  let total = ZERO;
  for (const value of values) total = add(total, value);
  return total;
}
