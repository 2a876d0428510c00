import { needsReason, type WorkFacts } from './reason-guard.ts';
import type { Guard, TransitionTable } from './transition.ts';

export const VERSION_STATES = ['draft', 'submitted', 'filed', 'published'] as const;
export type VersionState = (typeof VERSION_STATES)[number];
export const VERSION_ACTIONS = ['submit', 'withdraw', 'accept', 'return', 'publish'] as const;
export type VersionAction = (typeof VERSION_ACTIONS)[number];

/** What the guards look at: who says so is the frame (§16), the state of the text is the office's. */
export interface FilingFacts extends WorkFacts {
  /** Whether the rule set, or one above it, wants filing with the level above. */
  readonly filing: 'required' | 'none';
  /** Problems and unanswered flags: what could not be published is not sent up either. */
  readonly unsettled: number;
}

const needsFiling: Guard<FilingFacts> = ({ filing }) =>
  filing === 'required' ? null : '本办法无须备案，请直接发布。';
const needsNoFiling: Guard<FilingFacts> = ({ filing }) =>
  filing === 'none' ? null : '本办法须先报上一级备案，备案通过后才能发布。请先“报送备案”。';
const settled: Guard<FilingFacts> = ({ unsettled }) =>
  unsettled === 0
    ? null
    : `还有 ${unsettled} 处须改正的问题或未登记意见的提示，不能报送或发布。请逐项处理后再办。`;

/** Q6, §16: a method is drawn up, filed with the level above where the frame says so, and published for good. */
export const filingWorkflow: TransitionTable<VersionState, VersionAction, FilingFacts> = {
  subject: '办法版本',
  states: { draft: '草稿', submitted: '备案审核中', filed: '已备案', published: '已发布' },
  actions: {
    submit: '报送备案',
    withdraw: '撤回备案',
    accept: '同意备案',
    return: '退回修改',
    publish: '发布',
  },
  rows: [
    { from: 'draft', action: 'submit', to: 'submitted', guards: [needsFiling, settled] },
    { from: 'draft', action: 'publish', to: 'published', guards: [settled, needsNoFiling] },
    { from: 'submitted', action: 'withdraw', to: 'draft' },
    { from: 'submitted', action: 'accept', to: 'filed' },
    { from: 'submitted', action: 'return', to: 'draft', guards: [needsReason] },
    // A filed text that is changed after all is no longer the text that was filed.
    { from: 'filed', action: 'withdraw', to: 'draft' },
    { from: 'filed', action: 'publish', to: 'published', guards: [settled] },
  ],
};
