import { divide, HUNDRED, isZero, multiply, subtract } from '../../kernel/exact.ts';
import type { RelativeToMeanScoring } from '../scoring.ts';
import { combineMeasures } from './combine-measures.ts';
import type { MeasureFamily } from './family.ts';
import type { Prepare } from './prepare-context.ts';
import { Sides } from './sides.ts';

/** Against the group's mean: thresholds on the deviation in percent of the mean, per step or once. */
export const prepareRelativeToMean: Prepare<RelativeToMeanScoring, MeasureFamily> = (scoring, context) => {
  const sides = new Sides(scoring.sides, scoring.stepRounding ?? 'floor', context);
  const scale = context.numbers.decimal(scoring.scale ?? '100', `${context.path}.scale`);
  return {
    kind: 'measure',
    name: 'relativeToMean',
    takes: 'measure',
    absent: scoring.absent ?? 'notScored',
    needsTarget: false,
    target: null,
    peers: 'high',
    measure: (entries, _target, reader, refusals) =>
      combineMeasures(entries, scoring.combine ?? 'sum', scale, reader, refusals),
    score: (measured, { peers }) => {
      if (peers === null || isZero(peers.mean)) return null;
      const deviation = multiply(divide(subtract(measured.value, peers.mean), peers.mean), HUNDRED);
      const { amount, facts } = sides.points(deviation);
      return {
        amount,
        absolute: false,
        measured: deviation,
        facts: { ...measured.facts, mean: peers.mean, deviation, ...facts, unit: scoring.unit ?? '' },
      };
    },
  };
};
