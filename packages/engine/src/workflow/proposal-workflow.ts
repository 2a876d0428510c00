import { needsReason, type WorkFacts } from './reason-guard.ts';
import type { Guard, TransitionTable } from './transition.ts';

export const PROPOSAL_STATES = ['draft', 'submitted', 'agreed', 'notAgreed', 'withdrawn'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];
export const PROPOSAL_ACTIONS = ['submit', 'agree', 'decline', 'withdraw'] as const;
export type ProposalAction = (typeof PROPOSAL_ACTIONS)[number];

/** What the guards look at: evidence there is, and what stands against a commendation. */
export interface ProposalFacts extends WorkFacts {
  readonly evidence: number;
  /** Findings of the commendation check that forbid it; 0 for the other kinds. */
  readonly blocks: number;
  /** The committee's reason for going on in spite of them. */
  readonly overrideReason: string | null;
}

const needsEvidence: Guard<ProposalFacts> = ({ evidence }) =>
  evidence > 0 ? null : '还没有依据。请先选择至少一期已公布的成绩作为依据，再提交。';
/** §12: nobody in the last places is commended; only the committee lifts it, with a reason. */
const mayBeCommended: Guard<ProposalFacts> = ({ blocks, overrideReason }) =>
  blocks === 0 || (overrideReason ?? '').trim() !== ''
    ? null
    : `评优核查有 ${blocks} 项不符合条件，不能表彰奖励。请撤回本建议，或由考核委员会写明理由后放行。`;

/** P17, N10: the use of a result is proposed with its evidence and decided by the committee; nothing happens by itself. */
export const proposalWorkflow: TransitionTable<ProposalState, ProposalAction, ProposalFacts> = {
  subject: '结果运用建议',
  states: {
    draft: '草稿',
    submitted: '待审定',
    agreed: '已同意',
    notAgreed: '未同意',
    withdrawn: '已撤回',
  },
  actions: { submit: '提交审定', agree: '同意', decline: '不同意', withdraw: '撤回' },
  rows: [
    { from: 'draft', action: 'submit', to: 'submitted', guards: [needsEvidence, mayBeCommended] },
    { from: 'draft', action: 'withdraw', to: 'withdrawn' },
    { from: 'submitted', action: 'withdraw', to: 'withdrawn' },
    { from: 'submitted', action: 'agree', to: 'agreed', guards: [mayBeCommended] },
    { from: 'submitted', action: 'decline', to: 'notAgreed', guards: [needsReason] },
  ],
};
