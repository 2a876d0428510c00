import { add, type Exact, fromBigints, reduceNumber, ZERO } from './exact.ts';

/**
 * Adds many exact values without normalising after each one: the hot path of an evaluation. It keeps one common
 * denominator in plain integers and falls back to bigint arithmetic the moment a step would leave the safe range.
 */
export class RunningSum {
  #n = 0;
  #d = 1;
  #large: Exact = ZERO;

  add(value: Exact): void {
    const { n, d } = value;
    if (typeof n === 'number' && typeof d === 'number') {
      if (d === this.#d) {
        const sum = this.#n + n;
        if (Number.isSafeInteger(sum)) {
          this.#n = sum;
          return;
        }
      } else if (this.#d % d === 0) {
        const part = n * (this.#d / d);
        const sum = this.#n + part;
        if (Number.isSafeInteger(part) && Number.isSafeInteger(sum)) {
          this.#n = sum;
          return;
        }
      } else {
        const left = this.#n * d;
        const right = n * this.#d;
        const bottom = this.#d * d;
        const sum = left + right;
        if (
          bottom <= 1_000_000 &&
          Number.isSafeInteger(left) &&
          Number.isSafeInteger(right) &&
          Number.isSafeInteger(sum)
        ) {
          this.#n = sum;
          this.#d = bottom;
          return;
        }
      }
    }
    this.#large = add(this.#large, value);
  }

  value(): Exact {
    const small = reduceNumber(this.#n, this.#d);
    return this.#large.n === 0 ? small : add(this.#large, small);
  }

  reset(): void {
    this.#n = 0;
    this.#d = 1;
    this.#large = ZERO;
  }
}

/** The mean of at least one value, exact. */
export function meanOf(values: readonly Exact[]): Exact {
  const sum = new RunningSum();
  for (const value of values) sum.add(value);
  const total = sum.value();
  return fromBigints(BigInt(total.n), BigInt(total.d) * BigInt(values.length));
}
