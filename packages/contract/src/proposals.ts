import { PROPOSAL_KINDS, PROPOSAL_STATES } from '@mingji/engine';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { subjectRef } from './entries.ts';
import { day, id, instant, longText, pageOf, paging, requestId, shortText, subjectKind } from './fields.ts';
import { commendationFlag } from './outcome-checks.ts';
import { timelineEvent } from './submission-views.ts';

const tag = '结果运用';
export const proposalKind = z.enum(PROPOSAL_KINDS);
export const proposalState = z.enum(PROPOSAL_STATES);
const ofProposal = z.strictObject({ proposalId: id });

/** A published result or a streak, as it stood when it was taken up; the seal tells whether it still does. */
export const evidence = z.strictObject({
  kind: z.enum(['result', 'streak']),
  title: z.string(),
  fact: z.string(),
  sealNo: z.number().int().nullable(),
  sealHash: z.string().nullable(),
  address: z.string(),
});
export type Evidence = z.infer<typeof evidence>;

export const proposalView = z.strictObject({
  id,
  kind: proposalKind,
  state: proposalState,
  subject: subjectRef,
  reason: z.string(),
  evidenceCount: z.number().int(),
  createdByName: z.string(),
  createdAt: instant,
  submittedAt: instant.nullable(),
  resolutionNo: z.string().nullable(),
  decidedOn: day.nullable(),
});
export type ProposalView = z.infer<typeof proposalView>;
export const proposalDetail = proposalView.extend({
  basis: z.string(),
  evidence: z.array(evidence).max(20),
  decisionNote: z.string().nullable(),
  decidedByName: z.string().nullable(),
  override: z.strictObject({ reason: z.string(), byName: z.string(), at: instant }).nullable(),
  /** The commendation check of this moment; null where the kind needs none. */
  check: z.strictObject({ blocked: z.boolean(), flags: z.array(commendationFlag).max(50) }).nullable(),
  timeline: z.array(timelineEvent).max(300),
  can: z.strictObject({
    change: z.boolean(),
    submit: z.boolean(),
    withdraw: z.boolean(),
    decide: z.boolean(),
    override: z.boolean(),
    refusal: z.string().nullable(),
  }),
});
export type ProposalDetail = z.infer<typeof proposalDetail>;
const answer = z.strictObject({ proposal: proposalView });

export const listProposals = endpoint({
  method: 'GET',
  path: '/api/outcomes/proposals',
  summary: '结果运用建议列表',
  tag,
  gate: 'outcome.readProposals',
  query: z.strictObject({
    ...paging,
    kind: proposalKind.optional(),
    state: proposalState.optional(),
    text: z.string().trim().max(50).optional(),
  }),
  response: pageOf(proposalView),
});
export const getProposal = endpoint({
  method: 'GET',
  path: '/api/outcomes/proposals/:proposalId',
  summary: '一件结果运用建议',
  tag,
  gate: 'outcome.readProposals',
  params: ofProposal,
  response: z.strictObject({ proposal: proposalDetail }),
});
const content = {
  kind: proposalKind,
  reason: longText,
  /** What it rests on: a law, a clause; empty takes what the kind usually rests on. */
  basis: z.string().trim().max(500, '最多 500 字').default(''),
  evidencePeriodIds: z.array(id).max(12, '最多引用 12 期成绩').default([]),
  /** Takes up the streaks that end in this year. */
  streakYear: z.number().int().min(2000).max(2100).nullable().default(null),
};
export const createProposal = endpoint({
  method: 'POST',
  path: '/api/outcomes/proposals',
  summary: '起草结果运用建议',
  tag,
  gate: 'outcome.propose',
  body: z.strictObject({ requestId, subjectKind, subjectId: id, ...content }),
  response: answer,
});
export const changeProposal = endpoint({
  method: 'PUT',
  path: '/api/outcomes/proposals/:proposalId',
  summary: '修改结果运用建议草稿',
  tag,
  gate: 'outcome.propose',
  params: ofProposal,
  body: z.strictObject({ requestId, ...content }),
  response: answer,
});
export const submitProposal = endpoint({
  method: 'POST',
  path: '/api/outcomes/proposals/:proposalId/submission',
  summary: '提交审定',
  tag,
  gate: 'outcome.propose',
  params: ofProposal,
  body: z.strictObject({ requestId }),
  response: answer,
});
export const withdrawProposal = endpoint({
  method: 'POST',
  path: '/api/outcomes/proposals/:proposalId/withdrawal',
  summary: '撤回结果运用建议',
  tag,
  gate: 'outcome.propose',
  params: ofProposal,
  body: z.strictObject({ requestId, reason: shortText }),
  response: answer,
});
/** The committee lets a commendation go on in spite of what the check found, with a reason that stays beside it. */
export const overrideCheck = endpoint({
  method: 'POST',
  path: '/api/outcomes/proposals/:proposalId/override',
  summary: '放行评优核查',
  tag,
  gate: 'outcome.decide',
  params: ofProposal,
  body: z.strictObject({ requestId, reason: longText }),
  response: answer,
});
const decision = {
  outcome: z.enum(['agree', 'decline']),
  resolutionNo: shortText,
  decidedOn: day,
  note: z.string().trim().max(1000, '最多 1000 字').default(''),
};
export const decideProposal = endpoint({
  method: 'POST',
  path: '/api/outcomes/proposals/:proposalId/decision',
  summary: '审定结果运用建议',
  tag,
  gate: 'outcome.decide',
  params: ofProposal,
  body: z.strictObject({ requestId, ...decision }),
  response: answer,
});
/** What one meeting resolved about many: each is decided or refused for itself, and the answer says which and why. */
export const decideProposals = endpoint({
  method: 'POST',
  path: '/api/outcomes/proposals/decisions',
  summary: '批量审定结果运用建议',
  tag,
  gate: 'outcome.decide',
  body: z.strictObject({
    requestId,
    proposalIds: z.array(id).min(1).max(200, '一次最多审定 200 件'),
    ...decision,
  }),
  response: z.strictObject({
    decided: z.array(id).max(200),
    refused: z.array(z.strictObject({ proposalId: id, message: z.string() })).max(200),
  }),
});
/** Published results of one subject that a proposal may rest on, newest first. */
export const listEvidence = endpoint({
  method: 'GET',
  path: '/api/outcomes/evidence/:subjectKind/:subjectId',
  summary: '可引用的成绩',
  tag,
  gate: 'outcome.propose',
  params: z.strictObject({ subjectKind, subjectId: id }),
  response: z.strictObject({
    items: z
      .array(
        z.strictObject({
          periodId: id,
          title: z.string(),
          fact: z.string(),
          sealNo: z.number().int().nullable(),
        }),
      )
      .max(60),
  }),
});
