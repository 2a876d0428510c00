import { compare, type Exact, fromInteger, isZero, ONE, sumOf } from '../../kernel/exact.ts';
import type { AllOrNothingScoring } from '../scoring.ts';
import type { EventFamily, LiveEntry } from './family.ts';
import { NamedEvents } from './named-events.ts';
import type { Prepare } from './prepare-context.ts';

/** n occurrences empty the item; fewer act by their points. A matter that does not stand is no occurrence (§3). */
export const prepareAllOrNothing: Prepare<AllOrNothingScoring, EventFamily> = (scoring, context) => {
  const events = new NamedEvents(scoring.events, context);
  const times = fromInteger(scoring.times);
  const scope = scoring.empties ?? (context.indicator.marks === undefined ? 'item' : 'indicator');
  if (scope === 'indicator' && context.indicator.marks === undefined) {
    context.refusals.add(
      'marksMissing',
      context.path.replace(/scoring$/, 'marks'),
      `指标“${context.indicator.name}”要求清零本指标，必须写明分值 marks；要清零整个项目请写 empties: item`,
    );
  }
  const occurrences = (live: LiveEntry): Exact => {
    const quantity = live.entry.quantity;
    return quantity === undefined
      ? ONE
      : context.numbers.decimal(quantity, `entries[${live.entry.id}].quantity`);
  };
  return {
    kind: 'event',
    name: 'allOrNothing',
    ordered: false,
    additive: false,
    pointsOf: null,
    floor: null,
    points: (entry, reading) => events.points(entry, reading),
    empties: (standing) => {
      const count = sumOf(standing.filter((live) => live.standsIn === null).map(occurrences));
      return !isZero(count) && compare(count, times) >= 0 ? scope : null;
    },
    effects: () => [],
  };
};
