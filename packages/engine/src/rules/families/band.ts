import { compare, multiply, ONE, ZERO } from '../../kernel/exact.ts';
import { toText } from '../../kernel/exact-text.ts';
import type { BandScoring } from '../scoring.ts';
import type { EventFamily } from './family.ts';
import type { Prepare } from './prepare-context.ts';

/** The reviewer picks inside [min, max] with a reason; a choice outside, or without a reason, is refused. */
export const prepareBand: Prepare<BandScoring, EventFamily> = (scoring, context) => {
  const min = context.numbers.decimal(scoring.min, `${context.path}.min`);
  const max = context.numbers.decimal(scoring.max, `${context.path}.max`);
  const { name } = context.indicator;
  if (compare(min, max) > 0) {
    context.refusals.add('bandReversed', `${context.path}.min`, `指标“${name}”的幅度下限大于上限，请对调`);
  }
  return {
    kind: 'event',
    name: 'band',
    ordered: false,
    additive: true,
    pointsOf: null,
    floor: null,
    points: (entry, reading) => {
      const path = `entries[${entry.id}].points`;
      const range = `${toText(min)} 至 ${toText(max)} 分`;
      if (entry.points === undefined) {
        reading.refusals.add(
          'pointsMissing',
          path,
          `记录 ${entry.id} 没有写明评分，指标“${name}”的幅度为 ${range}`,
        );
        return ZERO;
      }
      const chosen = reading.numbers.decimal(entry.points, path);
      if (compare(chosen, min) < 0 || compare(chosen, max) > 0) {
        reading.refusals.add(
          'pointsOutsideBand',
          path,
          `记录 ${entry.id} 评 ${toText(chosen)} 分，超出指标“${name}”的幅度 ${range}`,
          context.indicator.clause,
        );
      }
      if (entry.reason === undefined || entry.reason.trim() === '') {
        reading.refusals.add(
          'reasonMissing',
          `entries[${entry.id}].reason`,
          `记录 ${entry.id} 在幅度内评分，必须写明理由`,
        );
      }
      const points = multiply(chosen, reading.factor);
      reading.standard = compare(points, ZERO) > 0 ? multiply(max, reading.factor) : points;
      if (reading.wantsDetail) {
        reading.detail = {
          event: name,
          unitPoints: chosen,
          quantity: ONE,
          unit: scoring.unit ?? '起',
          min,
          max,
        };
      }
      return points;
    },
    empties: () => null,
    effects: () => [],
  };
};
