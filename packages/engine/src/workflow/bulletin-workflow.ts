import { needsReason, type WorkFacts } from './reason-guard.ts';
import type { Guard, TransitionTable } from './transition.ts';

export const BULLETIN_STATES = ['draft', 'submitted', 'approved', 'published', 'discarded'] as const;
export type BulletinState = (typeof BULLETIN_STATES)[number];
export const BULLETIN_ACTIONS = ['submit', 'withdraw', 'return', 'approve', 'publish', 'discard'] as const;
export type BulletinAction = (typeof BULLETIN_ACTIONS)[number];

/** What the guards look at. */
export interface BulletinFacts extends WorkFacts {
  /** What stops the submission: empty places, unknown placeholders, private facts, stale figures. */
  readonly refused?: number;
  /** Officers named in a list of the last without a reason for it (§17). */
  readonly unconfirmed?: number;
}

const faultless: Guard<BulletinFacts> = ({ refused = 0 }) =>
  refused === 0 ? null : `还有 ${refused} 处须先改正，不能送审。请按提示逐处处理后再送审。`;
const confirmed: Guard<BulletinFacts> = ({ unconfirmed = 0 }) =>
  unconfirmed === 0
    ? null
    : `通报在靠后名单中点到民警姓名（${unconfirmed} 处），须写明点名通报的理由后才能送审；也可以改为只写人数。`;

/** P15: drawn up, approved by somebody else with a number, published for good. A mistake is corrected by another one. */
export const bulletinWorkflow: TransitionTable<BulletinState, BulletinAction, BulletinFacts> = {
  subject: '通报',
  states: {
    draft: '草稿',
    submitted: '待审批',
    approved: '已批准',
    published: '已发布',
    discarded: '已作废',
  },
  actions: {
    submit: '送审',
    withdraw: '撤回',
    return: '退回修改',
    approve: '批准',
    publish: '发布',
    discard: '作废',
  },
  rows: [
    { from: 'draft', action: 'submit', to: 'submitted', guards: [faultless, confirmed] },
    { from: 'draft', action: 'discard', to: 'discarded' },
    { from: 'submitted', action: 'withdraw', to: 'draft' },
    { from: 'submitted', action: 'return', to: 'draft', guards: [needsReason] },
    { from: 'submitted', action: 'approve', to: 'approved' },
    // Once it has a number it is published: a number taken back would leave a gap.
    { from: 'approved', action: 'publish', to: 'published' },
  ],
};
