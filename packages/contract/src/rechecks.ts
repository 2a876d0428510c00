import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { factFields, indicatorCode, indicatorRef, subjectRef } from './entries.ts';
import { day, id, instant, longText, named, pageOf, paging, requestId, shortText } from './fields.ts';

const tag = '抽查复核';
export const recheckState = z.enum(['assigned', 'upheld', 'corrected', 'noted']);
export type RecheckState = z.infer<typeof recheckState>;

export const recheckCaseView = z.strictObject({
  id,
  state: recheckState,
  draw: z.strictObject({ id, title: z.string() }),
  position: z.number().int(),
  submission: z.strictObject({
    id,
    title: z.string(),
    period: z.strictObject({ id, label: z.string(), sealed: z.boolean() }),
    indicator: indicatorRef,
    subject: subjectRef,
    ownerUnit: named,
    acceptedAt: instant,
    bookedPoints: z.string().nullable(),
    entryId: id.nullable(),
  }),
  reviewerName: z.string(),
  assignee: named,
  /** Why it may need another: the account is closed or reviews no longer, or he is away today. */
  assigneeAway: z.enum(['left', 'absent']).nullable(),
  reason: z.string().nullable(),
  decidedByName: z.string().nullable(),
  decidedAt: instant.nullable(),
  can: z.strictObject({ decide: z.boolean(), correct: z.boolean() }),
});
export type RecheckCaseView = z.infer<typeof recheckCaseView>;

const filter = {
  periodId: id.optional(),
  from: day,
  to: day,
  ownerUnitId: id.optional(),
  subjectUnitId: id.optional(),
  indicatorCode: indicatorCode.optional(),
  reviewerAccountId: id.optional(),
};
export const drawView = z.strictObject({
  id,
  title: z.string(),
  from: day,
  to: day,
  /** What narrowed it, in words: 单位, 指标, 审核人, 周期. */
  narrowed: z.array(z.string()).max(5),
  population: z.number().int(),
  wanted: z.string(),
  drawn: z.number().int(),
  seed: z.string(),
  drawnByName: z.string(),
  drawnAt: instant,
  waiting: z.number().int(),
  upheld: z.number().int(),
  corrected: z.number().int(),
  noted: z.number().int(),
});
export type DrawView = z.infer<typeof drawView>;

/** How much accepted work there is to draw from, with what the filters offer. */
export const countRecheckPopulation = endpoint({
  method: 'GET',
  path: '/api/recheck-population',
  summary: '可抽查的已采纳填报',
  tag,
  gate: 'recheck.manage',
  query: z.strictObject(filter),
  response: z.strictObject({
    count: z.number().int(),
    periods: z.array(z.strictObject({ id, label: z.string(), count: z.number().int() })).max(200),
    owners: z.array(named.extend({ count: z.number().int() })).max(500),
    reviewers: z.array(named.extend({ count: z.number().int() })).max(1000),
    indicators: z
      .array(z.strictObject({ code: z.string(), name: z.string(), count: z.number().int() }))
      .max(500),
  }),
});
/** Without a seed the server makes one; either way it is kept, so that the draw can be made again by anybody. */
export const drawRecheck = endpoint({
  method: 'POST',
  path: '/api/recheck-draws',
  summary: '抽取复核',
  tag,
  gate: 'recheck.manage',
  body: z.strictObject({
    requestId,
    title: shortText,
    ...filter,
    wantedKind: z.enum(['count', 'percent']),
    wanted: z.number().int().min(1).max(500),
    seed: shortText.optional(),
    checkerIds: z.array(id).max(50).default([]).describe('不填由系统在可复核的人员中平均分派'),
  }),
  response: z.strictObject({ draw: drawView }),
});
export const listRecheckDraws = endpoint({
  method: 'GET',
  path: '/api/recheck-draws',
  summary: '抽查记录',
  tag,
  gate: 'recheck.manage',
  query: z.strictObject({ ...paging }),
  response: pageOf(drawView),
});
export const getRecheckDraw = endpoint({
  method: 'GET',
  path: '/api/recheck-draws/:drawId',
  summary: '一次抽查',
  tag,
  gate: 'recheck.manage',
  params: z.strictObject({ drawId: id }),
  response: z.strictObject({
    draw: drawView,
    cases: z.array(recheckCaseView).max(500),
    /** The draw made again from the recorded population and seed gives the same cases. */
    repeats: z.boolean(),
    populationHash: z.string(),
  }),
});
export const listRecheckCases = endpoint({
  method: 'GET',
  path: '/api/recheck-cases',
  summary: '复核事项',
  tag,
  gate: 'recheck.decide',
  query: z.strictObject({
    ...paging,
    view: z.enum(['mine', 'aboutMe', 'all']).default('mine'),
    state: recheckState.optional(),
    reviewerAccountId: id.optional(),
  }),
  response: pageOf(recheckCaseView),
});
export const recheckChecker = named.extend({
  unitName: z.string(),
  /** Re-checks that wait for him already. */
  waiting: z.number().int(),
  away: z.boolean(),
});
/** Who may look at cases of the draw that still wait; whom a single case suits is decided again for each. */
export const listRecheckCheckers = endpoint({
  method: 'GET',
  path: '/api/recheck-draws/:drawId/checkers',
  summary: '可以复核的人员',
  tag,
  gate: 'recheck.manage',
  params: z.strictObject({ drawId: id }),
  response: z.strictObject({ checkers: z.array(recheckChecker).max(200) }),
});
/** 改派: to another checker, or to whom the system finds; each case goes or stays for itself. */
export const reassignRechecks = endpoint({
  method: 'POST',
  path: '/api/recheck-draws/:drawId/reassignments',
  summary: '改派复核人',
  tag,
  gate: 'recheck.manage',
  params: z.strictObject({ drawId: id }),
  body: z.strictObject({
    requestId,
    caseIds: z.array(id).min(1).max(200, '一次最多改派 200 件'),
    checkerId: id.nullable().describe('空为由系统平均分派'),
    reason: longText.max(200),
  }),
  response: z.strictObject({
    moved: z.array(id).max(200),
    refused: z.array(z.strictObject({ caseId: id, message: z.string() })).max(200),
  }),
});
/** 维持; 更正: reversed and, with a replacement, booked anew; 存疑备查: wrong, but the period is sealed. */
export const decideRecheck = endpoint({
  method: 'POST',
  path: '/api/recheck-cases/:caseId/decision',
  summary: '作出复核结论',
  tag,
  gate: 'recheck.decide',
  params: z.strictObject({ caseId: id }),
  body: z.discriminatedUnion('outcome', [
    z.strictObject({ requestId, outcome: z.literal('upheld'), reason: longText.max(500).optional() }),
    z.strictObject({
      requestId,
      outcome: z.literal('corrected'),
      reason: longText.max(500),
      replacement: z.strictObject({ ...factFields }).nullable(),
    }),
    z.strictObject({ requestId, outcome: z.literal('noted'), reason: longText.max(500) }),
  ]),
  response: z.strictObject({ case: recheckCaseView }),
});
export const reviewerQuality = z.strictObject({
  reviewer: named,
  unitName: z.string(),
  drawn: z.number().int(),
  waiting: z.number().int(),
  upheld: z.number().int(),
  corrected: z.number().int(),
  noted: z.number().int(),
});
export type ReviewerQuality = z.infer<typeof reviewerQuality>;
export const listReviewerQuality = endpoint({
  method: 'GET',
  path: '/api/recheck-quality',
  summary: '审核质量统计',
  tag,
  gate: 'recheck.manage',
  query: z.strictObject({ from: day, to: day }),
  response: z.strictObject({ reviewers: z.array(reviewerQuality).max(1000) }),
});
