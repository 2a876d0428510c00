import { add, type Exact, multiply, ZERO } from '../kernel/exact.ts';
import { fromScaled } from '../kernel/scaled.ts';
import { NOT_APPLICABLE, type Score, scored } from '../kernel/score.ts';
import type { CompiledRuleSet } from '../rules/compile.ts';
import type { IndicatorResult, ItemResult } from '../rules/evaluation.ts';
import type { ScaledRules } from './scaled-rules.ts';

/** More different values than this of one part are made anew each time. */
const MOST_SHARED = 4096;

/** One object for each value of a part: thousands of subjects have the same points, and nobody changes a result. */
class Shared<T> {
  readonly #made = new Map<number, T>();
  readonly #make: (value: number) => T;

  constructor(make: (value: number) => T) {
    this.#make = make;
  }

  of(value: number): T {
    const known = this.#made.get(value);
    if (known !== undefined) return known;
    const made = this.#make(value);
    if (this.#made.size < MOST_SHARED) this.#made.set(value, made);
    return made;
  }
}

interface Coded {
  readonly code: string;
  readonly score: Score;
}

/** The parts of folded results as objects, shared where subjects have the same points. */
export class FoldedParts {
  readonly modules: readonly Shared<Coded>[];
  readonly items: readonly Shared<ItemResult>[];
  readonly indicators: readonly Shared<IndicatorResult>[];
  /** What an indicator is for those it is not meant for. */
  readonly notMeant: readonly IndicatorResult[];
  /** Additions and deductions. */
  readonly points: Shared<Exact>;
  /** The marks of everything, by the weights of the modules. */
  readonly ofMarks: Exact;

  constructor(rules: CompiledRuleSet, { scale, totalScale }: ScaledRules) {
    const part = (code: string, of: number) =>
      new Shared<Coded>((value) => ({ code, score: scored(fromScaled(value, of)) }));
    this.modules = rules.modules.map(({ source }) => part(source.code, totalScale));
    this.items = rules.modules.flatMap(({ items }) => items.map(({ source }) => part(source.code, scale)));
    this.indicators = rules.indicators.map(
      ({ source: { code } }) =>
        new Shared((value) => ({ code, score: scored(fromScaled(value, scale)), measured: null })),
    );
    this.notMeant = rules.indicators.map(({ source: { code } }) => ({
      code,
      score: NOT_APPLICABLE,
      measured: null,
    }));
    this.points = new Shared((value) => fromScaled(value, scale));
    this.ofMarks = rules.modules
      .flatMap(({ items, weight }) => items.map(({ marks }) => multiply(marks ?? ZERO, weight)))
      .reduce(add, ZERO);
  }
}
