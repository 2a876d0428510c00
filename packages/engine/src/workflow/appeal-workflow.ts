import { needsReason, type WorkFacts } from './reason-guard.ts';
import type { TransitionTable } from './transition.ts';

export const APPEAL_STATES = ['filed', 'upheld', 'dismissed', 'withdrawn'] as const;
export type AppealState = (typeof APPEAL_STATES)[number];
export const APPEAL_ACTIONS = ['uphold', 'dismiss', 'withdraw'] as const;
export type AppealAction = (typeof APPEAL_ACTIONS)[number];

/** P7: one answer, with its reasons, visible to the appellant; who answers is decided by the access guards (§13). */
export const appealWorkflow: TransitionTable<AppealState, AppealAction, WorkFacts> = {
  subject: '复议',
  states: { filed: '待答复', upheld: '复议成立', dismissed: '维持原结果', withdrawn: '已撤回' },
  actions: { uphold: '认定成立', dismiss: '维持原结果', withdraw: '撤回' },
  rows: [
    { from: 'filed', action: 'uphold', to: 'upheld', guards: [needsReason] },
    { from: 'filed', action: 'dismiss', to: 'dismissed', guards: [needsReason] },
    { from: 'filed', action: 'withdraw', to: 'withdrawn' },
  ],
};
