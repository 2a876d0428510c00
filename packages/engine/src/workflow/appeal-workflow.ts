import { needsReason, type WorkFacts } from './reason-guard.ts';
import type { TransitionTable } from './transition.ts';

export const APPEAL_STATES = ['filed', 'upheld', 'partlyUpheld', 'dismissed', 'withdrawn', 'lapsed'] as const;
export type AppealState = (typeof APPEAL_STATES)[number];
export const APPEAL_ACTIONS = ['uphold', 'upholdPartly', 'dismiss', 'withdraw', 'lapse'] as const;
export type AppealAction = (typeof APPEAL_ACTIONS)[number];

/** P7: one answer an instance, with its reasons, visible to the appellant; who answers the access guards decide (§13). */
export const appealWorkflow: TransitionTable<AppealState, AppealAction, WorkFacts> = {
  subject: '复议',
  states: {
    filed: '待答复',
    upheld: '复议成立',
    partlyUpheld: '部分支持',
    dismissed: '维持原结果',
    withdrawn: '已撤回',
    lapsed: '已终止',
  },
  actions: {
    uphold: '认定成立',
    upholdPartly: '部分支持',
    dismiss: '维持原结果',
    withdraw: '撤回',
    lapse: '终止',
  },
  rows: [
    { from: 'filed', action: 'uphold', to: 'upheld', guards: [needsReason] },
    { from: 'filed', action: 'upholdPartly', to: 'partlyUpheld', guards: [needsReason] },
    { from: 'filed', action: 'dismiss', to: 'dismissed', guards: [needsReason] },
    { from: 'filed', action: 'withdraw', to: 'withdrawn' },
    // With the trial it is about (P20): neither taken back nor answered.
    { from: 'filed', action: 'lapse', to: 'lapsed', guards: [needsReason] },
  ],
};

/** The first instance is the department's own review; the second ends the matter (§13). */
export const APPEAL_INSTANCES = { 1: '首次复议', 2: '二次复议' } as const;
export type AppealInstance = keyof typeof APPEAL_INSTANCES;

/** Who answers: the owning department, or at the second instance whom the method names. */
export const APPEAL_ANSWERERS = {
  department: '归口部门',
  committee: '考核委员会',
  office: '考核办',
} as const;
export type AppealAnswerer = keyof typeof APPEAL_ANSWERERS;

/** What an answer at the first instance leaves to contest: all of it, or what was not granted. */
export function mayGoFurther(state: AppealState): boolean {
  return state === 'dismissed' || state === 'partlyUpheld';
}
