import type { OccurrenceScoring } from '../scoring.ts';
import type { EventFamily } from './family.ts';
import { NamedEvents } from './named-events.ts';
import type { Prepare } from './prepare-context.ts';

/** Each event adds or deducts its points; the indicator's cap limits the sum. */
export const prepareOccurrence: Prepare<OccurrenceScoring, EventFamily> = (scoring, context) => {
  const events = new NamedEvents(scoring.events, context);
  return {
    kind: 'event',
    name: 'occurrence',
    ordered: false,
    additive: true,
    pointsOf: events.fixed(),
    floor: null,
    points: (entry, reading) => events.points(entry, reading),
    empties: () => null,
    effects: () => [],
  };
};
