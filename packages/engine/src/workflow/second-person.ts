import type { PeriodAction, PeriodState } from './period-workflow.ts';

export const REOPENING_ACTIONS = ['reopenReview', 'reopenSubmission'] as const;
export type ReopeningAction = (typeof REOPENING_ACTIONS)[number];

export function isReopening(action: PeriodAction): action is ReopeningAction {
  return action === 'reopenReview' || action === 'reopenSubmission';
}

/**
 * Four eyes (P14): taking back what was published, or reopening the same period once more, is asked for by one person
 * and confirmed by another. Opening once again before anything was published is the office's own matter.
 */
export function needsSecondPerson(state: PeriodState, earlierReopenings: number): boolean {
  return state === 'inNotice' || earlierReopenings > 0;
}
