import { compare, divide, multiply, ONE, sign, smaller, subtract, ZERO } from '../../kernel/exact.ts';
import type { RatioScoring } from '../scoring.ts';
import { combineMeasures } from './combine-measures.ts';
import type { MeasureFamily } from './family.ts';
import { type Prepare, requireMarks } from './prepare-context.ts';

/** min(actual / target, ceiling) × marks. The real ratio is kept: 148 % is a fact, not an error. */
export const prepareRatio: Prepare<RatioScoring, MeasureFamily> = (scoring, context) => {
  const { numbers, path } = context;
  requireMarks(context, '按完成比例得分');
  const ceiling = scoring.ceiling === undefined ? ONE : numbers.rate(scoring.ceiling, `${path}.ceiling`);
  if (compare(ceiling, ZERO) <= 0) {
    context.refusals.add(
      'ceilingNotPositive',
      `${path}.ceiling`,
      `指标“${context.indicator.name}”的封顶比例必须大于 0`,
    );
  }
  return {
    kind: 'measure',
    name: 'ratio',
    takes: 'measure',
    absent: scoring.absent ?? 'notScored',
    needsTarget: true,
    target: numbers.optional(scoring.target, `${path}.target`),
    peers: null,
    measure: (entries, _target, reader, refusals) =>
      combineMeasures(entries, scoring.combine ?? 'sum', ONE, reader, refusals),
    score: (measured, { marks, target }) => {
      if (marks === null || target === null || sign(target.quantity) <= 0) return null;
      const ratio = divide(measured.value, target.quantity);
      const counted = smaller(ratio, ceiling);
      const amount = multiply(counted, marks);
      return {
        amount,
        absolute: true,
        measured: ratio,
        facts: {
          ...measured.facts,
          target: target.quantity,
          ratio,
          ceiling,
          full: marks,
          lost: subtract(marks, amount),
          unit: scoring.unit ?? '',
        },
      };
    },
  };
};
