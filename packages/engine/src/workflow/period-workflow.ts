import { needsReason, type WorkFacts } from './reason-guard.ts';
import type { TransitionTable } from './transition.ts';

export const PERIOD_STATES = [
  'draft',
  'open',
  'submissionClosed',
  'reviewing',
  'inNotice',
  'sealed',
] as const;
export type PeriodState = (typeof PERIOD_STATES)[number];
export const PERIOD_ACTIONS = [
  'open',
  'closeSubmission',
  'startReview',
  'startNotice',
  'seal',
  'reopenReview',
  'reopenSubmission',
] as const;
export type PeriodAction = (typeof PERIOD_ACTIONS)[number];

/** §6: draft → open → submission closed → reviewing → in notice → sealed; reopened until sealed, with a reason. */
export const periodWorkflow: TransitionTable<PeriodState, PeriodAction, WorkFacts> = {
  subject: '周期',
  states: {
    draft: '未开放',
    open: '填报中',
    submissionClosed: '填报截止',
    reviewing: '审核中',
    inNotice: '公示中',
    sealed: '已封存',
  },
  actions: {
    open: '开放填报',
    closeSubmission: '截止填报',
    startReview: '转入审核',
    startNotice: '公示结果',
    seal: '封存',
    reopenReview: '退回审核',
    reopenSubmission: '重新开放填报',
  },
  rows: [
    { from: 'draft', action: 'open', to: 'open' },
    { from: 'open', action: 'closeSubmission', to: 'submissionClosed' },
    { from: 'submissionClosed', action: 'startReview', to: 'reviewing' },
    { from: 'reviewing', action: 'startNotice', to: 'inNotice' },
    { from: 'inNotice', action: 'seal', to: 'sealed' },
    { from: 'inNotice', action: 'reopenReview', to: 'reviewing', guards: [needsReason] },
    { from: 'submissionClosed', action: 'reopenSubmission', to: 'open', guards: [needsReason] },
    { from: 'reviewing', action: 'reopenSubmission', to: 'open', guards: [needsReason] },
    { from: 'inNotice', action: 'reopenSubmission', to: 'open', guards: [needsReason] },
  ],
};

/** Deadlines are inclusive to 24:00: at that very instant work is in time, a millisecond later it is late (§6, P8). */
export function isInTime(deadlineMs: number, nowMs: number): boolean {
  return nowMs <= deadlineMs;
}

/** The state that counts: an open period whose deadline has passed is closed for submission, whoever is asleep. */
export function effectivePeriodState(state: PeriodState, submitByMs: number, nowMs: number): PeriodState {
  return state === 'open' && !isInTime(submitByMs, nowMs) ? 'submissionClosed' : state;
}
