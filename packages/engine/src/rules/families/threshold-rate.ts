import type { ThresholdRateScoring } from '../scoring.ts';
import { combineMeasures } from './combine-measures.ts';
import type { MeasureFamily } from './family.ts';
import type { Prepare } from './prepare-context.ts';
import { Sides } from './sides.ts';

/** Beyond a threshold each step of k points costs p; a measure with a denominator is read in percent. */
export const prepareThresholdRate: Prepare<ThresholdRateScoring, MeasureFamily> = (scoring, context) => {
  const sides = new Sides(scoring.sides, scoring.stepRounding ?? 'floor', context);
  const scale = context.numbers.decimal(scoring.scale ?? '100', `${context.path}.scale`);
  return {
    kind: 'measure',
    name: 'thresholdRate',
    takes: 'measure',
    absent: scoring.absent ?? 'notScored',
    needsTarget: false,
    target: null,
    peers: null,
    measure: (entries, _target, reader, refusals) =>
      combineMeasures(entries, scoring.combine ?? 'last', scale, reader, refusals),
    score: (measured) => {
      const { amount, facts } = sides.points(measured.value);
      return {
        amount,
        absolute: false,
        measured: measured.value,
        facts: { ...measured.facts, ...sides.first(), ...facts, unit: scoring.unit ?? '%' },
      };
    },
  };
};
