import { type Exact, reduceNumber } from '../kernel/exact.ts';

/** Four decimals hold every point value an office writes; others take the general way. */
const SCALE = 10_000;

/**
 * Sums of entries that stand alone (no matter key, nobody's trace), by subject and indicator: counted in exact
 * ten-thousandths while the facts are read, so that a city-year is not walked twice.
 */
export class PlainSums {
  readonly #plus: Float64Array;
  readonly #minus: Float64Array;
  readonly #indicators: number;

  constructor(subjects: number, indicators: number) {
    this.#plus = new Float64Array(subjects * indicators);
    this.#minus = new Float64Array(subjects * indicators);
    this.#indicators = indicators;
  }

  /** False when the value or the sum does not fit exactly; then the entry must be kept. */
  add(subject: number, indicator: number, value: Exact): boolean {
    const { n, d } = value;
    if (typeof n !== 'number' || typeof d !== 'number' || SCALE % d !== 0) return false;
    const sums = n < 0 ? this.#minus : this.#plus;
    const slot = subject * this.#indicators + indicator;
    const sum = (sums[slot] ?? 0) + n * (SCALE / d);
    if (!Number.isSafeInteger(n * (SCALE / d)) || !Number.isSafeInteger(sum)) return false;
    sums[slot] = sum;
    return true;
  }

  plus(subject: number, indicator: number): Exact {
    return reduceNumber(this.#plus[subject * this.#indicators + indicator] ?? 0, SCALE);
  }

  minus(subject: number, indicator: number): Exact {
    return reduceNumber(this.#minus[subject * this.#indicators + indicator] ?? 0, SCALE);
  }
}
