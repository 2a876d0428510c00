import { sign } from '../../kernel/exact.ts';
import type { DeductFromFullScoring } from '../scoring.ts';
import type { EventFamily } from './family.ts';
import { NamedEvents } from './named-events.ts';
import { type Prepare, requireMarks } from './prepare-context.ts';

/** Starts at full marks, named events deduct. The clamp sits at the item unless the leaf has a floor (§4). */
export const prepareDeductFromFull: Prepare<DeductFromFullScoring, EventFamily> = (scoring, context) => {
  requireMarks(context, '满分倒扣');
  const events = new NamedEvents(scoring.events, context);
  for (const [index, event] of scoring.events.entries()) {
    const path = `${context.path}.events[${index}].points`;
    if (sign(context.numbers.decimal(event.points, path)) > 0) {
      context.refusals.add(
        'deductionPositive',
        path,
        `指标“${context.indicator.name}”采用满分倒扣，情形“${event.name}”的分值应为负数`,
        context.indicator.clause,
      );
    }
  }
  return {
    kind: 'event',
    name: 'deductFromFull',
    ordered: false,
    additive: true,
    pointsOf: events.fixed(),
    floor: context.numbers.optional(scoring.floor, `${context.path}.floor`),
    points: (entry, reading) => events.points(entry, reading),
    empties: () => null,
    effects: () => [],
  };
};
