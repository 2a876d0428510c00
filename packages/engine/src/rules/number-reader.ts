import { type Exact, ZERO } from '../kernel/exact.ts';
import { parseDecimal, parseRate } from '../kernel/exact-text.ts';
import type { Refusals } from '../kernel/refusal.ts';

/** Reads numbers of rules and facts; the few texts that repeat a million times are parsed once. */
export class NumberReader {
  readonly #known = new Map<string, Exact>();
  readonly #refusals: Refusals;

  constructor(refusals: Refusals) {
    this.#refusals = refusals;
  }

  decimal(text: string, path: string): Exact {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const value = parseDecimal(text);
    if (value === undefined) {
      this.#refusals.add(
        'numberMalformed',
        path,
        `${path} 的“${text}”不是规范的十进制数，请写成如 12、-0.5 的形式（不带千分位、单位和空格）`,
      );
      return ZERO;
    }
    if (this.#known.size < 10_000) this.#known.set(text, value);
    return value;
  }

  rate(text: string, path: string): Exact {
    const value = parseRate(text);
    if (value === undefined) {
      this.#refusals.add(
        'numberMalformed',
        path,
        `${path} 的“${text}”不是规范的比率，请写成如 0.4、40% 或 2/5 的形式`,
      );
      return ZERO;
    }
    return value;
  }

  optional(text: string | undefined, path: string): Exact | null {
    return text === undefined ? null : this.decimal(text, path);
  }
}
