import type { Guard } from './transition.ts';

/** What the guards of the workflows look at. */
export interface WorkFacts {
  readonly reason?: string | null;
}

/** Returning, reopening and answering are always explained to the one concerned (P6, P7, P13). */
export const needsReason: Guard<WorkFacts> = (facts) =>
  facts.reason === undefined || facts.reason === null || facts.reason.trim() === ''
    ? '须填写原因，当事人可以看到。'
    : null;
