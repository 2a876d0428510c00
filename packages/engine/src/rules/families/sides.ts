import { add, compare, type Exact, isZero, multiply, ONE, sign, subtract, ZERO } from '../../kernel/exact.ts';
import type { StepRounding, ThresholdSide } from '../scoring.ts';
import type { TraceFact } from '../trace.ts';
import type { PrepareContext } from './prepare-context.ts';
import { countSteps } from './steps.ts';

interface PreparedSide {
  readonly side: 'below' | 'above';
  readonly at: Exact;
  readonly step: Exact | null;
  readonly points: Exact;
  readonly inclusive: boolean;
}

/** Thresholds on one measured value: beyond each, every step costs or earns points. */
export class Sides {
  readonly #sides: readonly PreparedSide[];
  readonly #rounding: StepRounding;

  constructor(sides: readonly ThresholdSide[], rounding: StepRounding, context: PrepareContext) {
    this.#rounding = rounding;
    this.#sides = sides.map((side, index) => {
      const path = `${context.path}.sides[${index}]`;
      const step = context.numbers.optional(side.step, `${path}.step`);
      if (step !== null && sign(step) <= 0) {
        context.refusals.add(
          'stepNotPositive',
          `${path}.step`,
          `指标“${context.indicator.name}”的步长必须大于 0`,
        );
      }
      return {
        side: side.side,
        at: context.numbers.decimal(side.at, `${path}.at`),
        step,
        points: context.numbers.decimal(side.points, `${path}.points`),
        inclusive: side.inclusive ?? false,
      };
    });
  }

  points(value: Exact): { readonly amount: Exact; readonly facts: Readonly<Record<string, TraceFact>> } {
    let amount = ZERO;
    let facts: Record<string, TraceFact> = {};
    for (const side of this.#sides) {
      const beyond = side.side === 'below' ? subtract(side.at, value) : subtract(value, side.at);
      const steps = this.#stepsOf(beyond, side);
      if (isZero(steps)) continue;
      amount = add(amount, multiply(side.points, steps));
      facts = { side: side.side, threshold: side.at, beyond, steps, unitPoints: side.points };
      if (side.step !== null) facts.step = side.step;
    }
    return { amount, facts };
  }

  #stepsOf(beyond: Exact, side: PreparedSide): Exact {
    if (side.step === null) {
      const order = compare(beyond, ZERO);
      return order > 0 || (order === 0 && side.inclusive) ? ONE : ZERO;
    }
    return compare(beyond, ZERO) > 0 ? countSteps(beyond, side.step, this.#rounding) : ZERO;
  }

  /** Shown when nothing was beyond any threshold. */
  first(): Readonly<Record<string, TraceFact>> {
    const side = this.#sides[0];
    return side === undefined ? {} : { side: side.side, threshold: side.at, beyond: ZERO, steps: ZERO };
  }
}
