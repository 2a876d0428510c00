import { type Exact, ZERO } from '../kernel/exact.ts';
import { fromScaled } from '../kernel/scaled.ts';

/**
 * What was added up while reading, in 1/scale points. Additions and deductions of a subject are told apart over all
 * indicators together: half the memory, and the memory is what takes the time.
 */
export class Sums {
  /** By subject × indicator, additions and deductions together. */
  readonly net: Float64Array;
  /** By subject, the deductions alone, below zero. */
  readonly deducted: Float64Array;
  readonly indicators: number;
  readonly #scale: number;

  /** Without a scale nothing is ever added up here. */
  constructor(subjects: number, indicators: number, scale: number | null) {
    const used = scale === null ? 0 : subjects;
    this.net = new Float64Array(used * indicators);
    this.deducted = new Float64Array(used);
    this.indicators = indicators;
    this.#scale = scale ?? 1;
  }

  /** Ready for another period; the memory is used again, because fresh memory costs more than the sums. */
  clear(): void {
    this.net.fill(0);
    this.deducted.fill(0);
  }

  /** `sense` -1 takes the same value out again. */
  add(subject: number, indicator: number, value: number, sense: 1 | -1): void {
    const slot = subject * this.indicators + indicator;
    this.net[slot] = (this.net[slot] ?? 0) + sense * value;
    if (value < 0) this.deducted[subject] = (this.deducted[subject] ?? 0) + sense * value;
  }

  of(subject: number, indicator: number): Exact {
    return this.#exact(this.net[subject * this.indicators + indicator]);
  }

  /** A subject's additions, and its deductions in size. */
  signed(subject: number): { readonly additions: Exact; readonly deductions: Exact } {
    const deductions = this.#exact(0 - (this.deducted[subject] ?? 0));
    let net = 0;
    for (let indicator = 0; indicator < this.indicators; indicator++) {
      net += this.net[subject * this.indicators + indicator] ?? 0;
    }
    return { additions: this.#exact(net - (this.deducted[subject] ?? 0)), deductions };
  }

  #exact(sum: number | undefined): Exact {
    return sum === undefined || sum === 0 ? ZERO : fromScaled(sum, this.#scale);
  }
}
