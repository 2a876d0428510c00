import { ZERO } from '../../kernel/exact.ts';
import type { EffectOnlyScoring } from '../scoring.ts';
import type { EventFamily } from './family.ts';
import type { Prepare } from './prepare-context.ts';

/** No points, only an effect of §9. */
export const prepareEffectOnly: Prepare<EffectOnlyScoring, EventFamily> = (scoring, context) => ({
  kind: 'event',
  name: 'effectOnly',
  ordered: false,
  additive: false,
  pointsOf: null,
  floor: null,
  points: (_entry, reading) => {
    if (reading.wantsDetail) reading.detail = { event: context.indicator.name, effect: scoring.effect.kind };
    return ZERO;
  },
  empties: () => null,
  effects: (standing) => standing.map((live) => ({ rule: scoring.effect, source: live.entry.id })),
});
