import type { SubjectKind } from '../rules/rule-set.ts';

/** The uses of a result (N10): a closed list. */
export const PROPOSAL_KINDS = [
  'commendation',
  'promotion',
  'rank',
  'talk',
  'leadership',
  'training',
  'exchange',
  'sanction',
] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

export interface ProposalKindRule {
  readonly name: string;
  readonly subjects: readonly SubjectKind[];
  /** The commendation check of §12 stands before it. */
  readonly checked: boolean;
  /** What it rests on when the proposer names nothing closer. */
  readonly basis: string;
}

const both = ['officer', 'unit'] as const;
const people = ['officer'] as const;

export const proposalKinds: Readonly<Record<ProposalKind, ProposalKindRule>> = {
  commendation: { name: '表彰奖励', subjects: both, checked: true, basis: '考核结果作为表彰奖励的依据' },
  promotion: { name: '晋升职务', subjects: people, checked: true, basis: '考核结果作为选拔任用的依据' },
  rank: { name: '晋升职级', subjects: people, checked: true, basis: '考核结果作为职级晋升的依据' },
  talk: { name: '约谈提醒', subjects: both, checked: false, basis: '排名靠后的，由上一级约谈提醒' },
  leadership: { name: '组织调整建议', subjects: both, checked: false, basis: '连续末位的，提请研究组织调整' },
  training: { name: '培训', subjects: people, checked: false, basis: '针对短板安排离岗或在岗培训' },
  exchange: { name: '交流轮岗', subjects: people, checked: false, basis: '考核结果作为交流轮岗的依据' },
  sanction: { name: '组织处理建议', subjects: both, checked: false, basis: '按管理权限提请有权机关研究处理' },
};
