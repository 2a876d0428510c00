import type { Exact } from './exact.ts';

/** §1: not yet scored, exempt, not applicable and 0 are four different things, everywhere. */
export type Score =
  | { readonly state: 'scored'; readonly value: Exact }
  | { readonly state: 'notScored' }
  | { readonly state: 'exempt' }
  | { readonly state: 'notApplicable' };

export type ScoreState = Score['state'];
export const SCORE_STATES = ['scored', 'notScored', 'exempt', 'notApplicable'] as const;

export const NOT_SCORED: Score = { state: 'notScored' };
export const EXEMPT: Score = { state: 'exempt' };
export const NOT_APPLICABLE: Score = { state: 'notApplicable' };

export function scored(value: Exact): Score {
  return { state: 'scored', value };
}
