import type { Exact } from '../kernel/exact.ts';
import { fromScaled, toScaled } from '../kernel/scaled.ts';
import { comparableNumbers } from '../ranking/comparable-numbers.ts';

/** One exact number, or none, for each subject: whole numbers of 1/scale, and beside them what is not whole. */
export class NumberColumn {
  readonly #scale: number;
  readonly #numbers: Float64Array;
  readonly #odd = new Map<number, Exact>();

  constructor(size: number, scale: number) {
    this.#scale = scale;
    this.#numbers = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
  }

  setScaled(at: number, scaled: number): void {
    this.#numbers[at] = scaled;
  }

  set(at: number, value: Exact): void {
    const scaled = toScaled(value, this.#scale);
    this.#numbers[at] = scaled;
    if (Number.isNaN(scaled)) this.#odd.set(at, value);
  }

  at(at: number): Exact | null {
    const number = this.scaledAt(at);
    if (number === Number.NEGATIVE_INFINITY) return null;
    return this.#odd.get(at) ?? fromScaled(number, this.#scale);
  }

  /** The whole number at a place; NaN where the value is not whole, -Infinity where there is none. */
  scaledAt(at: number): number {
    return this.#numbers[at] ?? Number.NEGATIVE_INFINITY;
  }

  /** Whole numbers in the order of the values; no value is -Infinity. */
  comparable(): Float64Array {
    return this.#odd.size === 0
      ? this.#numbers
      : comparableNumbers(Array.from(this.#numbers, (_, at) => this.at(at)));
  }
}
