import type { LadderScoring } from '../scoring.ts';
import type { EventFamily } from './family.ts';
import { NamedEvents } from './named-events.ts';
import type { Prepare } from './prepare-context.ts';

/**
 * Of the rungs reached in one matter only the highest stands. That is §3 itself, applied by the evaluation to every
 * family; an entry without a matter key is a matter of its own.
 */
export const prepareLadder: Prepare<LadderScoring, EventFamily> = (scoring, context) => {
  const events = new NamedEvents(scoring.events, context);
  return {
    kind: 'event',
    name: 'ladder',
    ordered: false,
    additive: true,
    pointsOf: events.fixed(),
    floor: null,
    points: (entry, reading) => events.points(entry, reading),
    empties: () => null,
    effects: () => [],
  };
};
