import { needsReason, type WorkFacts } from './reason-guard.ts';
import type { TransitionTable } from './transition.ts';

export const WRITTEN_REVIEW_STATES = ['open', 'handedIn', 'returned', 'accepted', 'cancelled'] as const;
export type WrittenReviewState = (typeof WRITTEN_REVIEW_STATES)[number];
export const WRITTEN_REVIEW_ACTIONS = ['handIn', 'accept', 'return', 'cancel', 'reopen'] as const;
export type WrittenReviewAction = (typeof WRITTEN_REVIEW_ACTIONS)[number];

/**
 * P16: a written review is due below the red line. It is handed in, accepted or returned with a reason; it falls away
 * when published results no longer show the score below the line, and comes back when they do again.
 */
export const writtenReviewWorkflow: TransitionTable<WrittenReviewState, WrittenReviewAction, WorkFacts> = {
  subject: '书面检查',
  states: {
    open: '待提交',
    handedIn: '待审阅',
    returned: '退回重写',
    accepted: '已通过',
    cancelled: '已撤销',
  },
  actions: { handIn: '提交', accept: '通过', return: '退回', cancel: '撤销', reopen: '重新提出' },
  rows: [
    { from: 'open', action: 'handIn', to: 'handedIn' },
    { from: 'returned', action: 'handIn', to: 'handedIn' },
    { from: 'handedIn', action: 'accept', to: 'accepted' },
    { from: 'handedIn', action: 'return', to: 'returned', guards: [needsReason] },
    { from: 'open', action: 'cancel', to: 'cancelled', guards: [needsReason] },
    { from: 'returned', action: 'cancel', to: 'cancelled', guards: [needsReason] },
    { from: 'handedIn', action: 'cancel', to: 'cancelled', guards: [needsReason] },
    { from: 'cancelled', action: 'reopen', to: 'open', guards: [needsReason] },
  ],
};

/** Still owed by its owner. */
export function isOwed(state: WrittenReviewState): boolean {
  return state === 'open' || state === 'returned';
}

/** Neither accepted nor fallen away: what a commendation check finds unfinished (§12). */
export function isUnfinished(state: WrittenReviewState): boolean {
  return state !== 'accepted' && state !== 'cancelled';
}
