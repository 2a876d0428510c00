import { needsReason, type WorkFacts } from './reason-guard.ts';
import type { TransitionTable } from './transition.ts';

export const SUBMISSION_STATES = ['submitted', 'returned', 'accepted', 'withdrawn'] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];
export const SUBMISSION_ACTIONS = ['accept', 'return', 'resubmit', 'withdraw', 'acceptOnAppeal'] as const;
export type SubmissionAction = (typeof SUBMISSION_ACTIONS)[number];

/** P6: handed in, accepted with points or returned with a reason, corrected and handed in again. */
export const submissionWorkflow: TransitionTable<SubmissionState, SubmissionAction, WorkFacts> = {
  subject: '填报事项',
  states: { submitted: '待审核', returned: '已退回', accepted: '已采纳', withdrawn: '已撤回' },
  actions: {
    accept: '采纳',
    return: '退回',
    resubmit: '重新提交',
    withdraw: '撤回',
    acceptOnAppeal: '经复议采纳',
  },
  rows: [
    { from: 'submitted', action: 'accept', to: 'accepted' },
    { from: 'submitted', action: 'return', to: 'returned', guards: [needsReason] },
    { from: 'submitted', action: 'withdraw', to: 'withdrawn' },
    { from: 'returned', action: 'resubmit', to: 'submitted' },
    { from: 'returned', action: 'withdraw', to: 'withdrawn' },
    // P7: an appeal against a rejection that succeeds books the work without another review.
    { from: 'returned', action: 'acceptOnAppeal', to: 'accepted', guards: [needsReason] },
  ],
};
