import { add, compare, divide, larger, multiply, ONE, sign, subtract, ZERO } from '../../kernel/exact.ts';
import type { ControlNumberScoring } from '../scoring.ts';
import { combineMeasures } from './combine-measures.ts';
import type { MeasureFamily } from './family.ts';
import type { Prepare } from './prepare-context.ts';
import { countSteps } from './steps.ts';

/**
 * Over a yearly control number, then steps. `firstOverrun`: the points of the first overrun already pay for the first
 * step, so that 25 over 20 at −3 and −0.5 a full 10 % is −3.5 instead of −4.
 */
export const prepareControlNumber: Prepare<ControlNumberScoring, MeasureFamily> = (scoring, context) => {
  const { numbers, path } = context;
  const first = numbers.decimal(scoring.first ?? '0', `${path}.first`);
  const step = numbers.rate(scoring.step, `${path}.step`);
  const points = numbers.decimal(scoring.points, `${path}.points`);
  const paidByFirst = scoring.stepsFrom === 'firstOverrun' ? ONE : ZERO;
  if (sign(step) <= 0) {
    context.refusals.add(
      'stepNotPositive',
      `${path}.step`,
      `指标“${context.indicator.name}”的超额步长必须大于 0`,
    );
  }
  return {
    kind: 'measure',
    name: 'controlNumber',
    takes: 'measure',
    absent: scoring.absent ?? 'notScored',
    needsTarget: true,
    target: numbers.optional(scoring.target, `${path}.target`),
    peers: null,
    measure: (entries, _target, reader, refusals) =>
      combineMeasures(entries, scoring.combine ?? 'sum', ONE, reader, refusals),
    score: (measured, { target }) => {
      if (target === null || sign(target.quantity) <= 0) return null;
      const over = larger(subtract(measured.value, target.quantity), ZERO);
      const overrun = divide(over, target.quantity);
      const counted = countSteps(overrun, step, scoring.stepRounding ?? 'floor');
      const steps = larger(subtract(counted, paidByFirst), ZERO);
      const amount = compare(over, ZERO) > 0 ? add(first, multiply(points, steps)) : ZERO;
      return {
        amount,
        absolute: false,
        measured: divide(measured.value, target.quantity),
        facts: {
          ...measured.facts,
          target: target.quantity,
          overrun,
          first,
          steps,
          step,
          unitPoints: points,
          unit: scoring.unit ?? '',
        },
      };
    },
  };
};
