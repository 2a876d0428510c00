import { APPEAL_ANSWERERS, APPEAL_STATES, type AppealAnswerer } from '@mingji/engine';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { entryView, factFields, indicatorForm, indicatorRef, subjectRef } from './entries.ts';
import { day, id, instant, longText, named, pageOf, paging, requestId } from './fields.ts';
import { attachmentView, fileIds } from './files.ts';
import { timelineEvent } from './submission-views.ts';

const tag = '复议';
export const appealState = z.enum(APPEAL_STATES);
export const appealInstance = z.union([z.literal(1), z.literal(2)]);
export const appealAnswerer = z.enum(Object.keys(APPEAL_ANSWERERS) as [AppealAnswerer, ...AppealAnswerer[]]);
const ofAppeal = z.strictObject({ appealId: id });
const shortReason = longText.max(500, '最多 500 字');

export const appealView = z.strictObject({
  id,
  state: appealState,
  instance: appealInstance,
  answeredBy: appealAnswerer,
  period: z.strictObject({ id, label: z.string() }),
  about: z.enum(['entry', 'submission']),
  aboutTitle: z.string(),
  indicator: indicatorRef,
  subject: subjectRef,
  ownerUnit: named,
  authorName: z.string(),
  scoredByName: z.string(),
  /** Named by the office; then nobody else answers. */
  assigneeName: z.string().nullable(),
  filedAt: instant,
  answerDueOn: day,
  overdue: z.boolean(),
  decidedByName: z.string().nullable(),
  decidedAt: instant.nullable(),
});
export type AppealView = z.infer<typeof appealView>;

/** 回避: of oneself, or asked for by the appellant and decided by the office. */
export const recusalView = z.strictObject({
  id,
  about: named,
  byName: z.string(),
  ofOneself: z.boolean(),
  reason: z.string(),
  state: z.enum(['asked', 'granted', 'refused']),
  askedAt: instant,
  decidedByName: z.string().nullable(),
  decisionReason: z.string().nullable(),
  mayDecide: z.boolean(),
});
export type RecusalView = z.infer<typeof recusalView>;
/** Somebody who may answer: told to the appellant, who may ask for his recusal, and to the office, which may name him. */
export const appealCandidate = z.strictObject({
  id,
  name: z.string(),
  unitName: z.string(),
  role: z.string(),
});

export const appealDetail = appealView.extend({
  grounds: z.string(),
  files: z.array(attachmentView).max(20),
  answer: z.string().nullable(),
  answerFiles: z.array(attachmentView).max(20),
  entry: entryView.nullable(),
  submissionId: id.nullable(),
  resultingEntry: entryView.nullable(),
  form: indicatorForm,
  timeline: z.array(timelineEvent).max(300),
  /** What was asked and answered before: who decides finally reads it without leaving the page. */
  first: appealView.extend({ grounds: z.string(), answer: z.string().nullable() }).nullable(),
  second: appealView.nullable(),
  recusals: z.array(recusalView).max(50),
  candidates: z.array(appealCandidate).max(50),
  /** Until when a second instance can be asked for, by whom it is answered; null where there is none. */
  further: z.strictObject({ by: appealAnswerer, until: day }).nullable(),
  final: z.boolean().describe('终局：不再有下一级复议'),
  can: z.strictObject({
    decide: z.boolean(),
    withdraw: z.boolean(),
    decideRefusal: z.string().nullable(),
    appealFurther: z.boolean(),
    furtherRefusal: z.string().nullable(),
    recuse: z.boolean(),
    challenge: z.boolean(),
    assign: z.boolean(),
  }),
});
export type AppealDetail = z.infer<typeof appealDetail>;
const appealAnswer = z.strictObject({ appeal: appealView });

export const appealViews = ['mine', 'toAnswer', 'second', 'all'] as const;
export const listAppeals = endpoint({
  method: 'GET',
  path: '/api/appeals',
  summary: '复议列表',
  tag,
  gate: 'appeal.read',
  query: z.strictObject({
    ...paging,
    view: z.enum(appealViews).default('all'),
    state: appealState.optional(),
    overdue: z.literal('1').optional().describe('只看逾期未答复的'),
    periodId: id.optional(),
    ownerUnitId: id.optional(),
  }),
  response: pageOf(appealView),
});
export const getAppeal = endpoint({
  method: 'GET',
  path: '/api/appeals/:appealId',
  summary: '一件复议',
  tag,
  gate: 'appeal.read',
  params: ofAppeal,
  response: z.strictObject({ appeal: appealDetail }),
});
/** Against exactly one thing: an entry, or a submission that was returned. */
export const fileAppeal = endpoint({
  method: 'POST',
  path: '/api/appeals',
  summary: '提出复议',
  tag,
  gate: 'appeal.file',
  body: z
    .strictObject({
      requestId,
      entryId: id.optional(),
      submissionId: id.optional(),
      grounds: longText,
      fileIds,
    })
    .refine((body) => (body.entryId === undefined) !== (body.submissionId === undefined), {
      message: '复议对象应为一条得分记录或一件被退回的填报，二者选一',
      path: ['entryId'],
    }),
  response: appealAnswer,
});
/** Against the first answer, to whom the method names; its answer is final. */
export const fileSecondAppeal = endpoint({
  method: 'POST',
  path: '/api/appeals/:appealId/second',
  summary: '提出二次复议',
  tag,
  gate: 'appeal.file',
  params: ofAppeal,
  body: z.strictObject({ requestId, grounds: longText, fileIds }),
  response: appealAnswer,
});
export const withdrawAppeal = endpoint({
  method: 'POST',
  path: '/api/appeals/:appealId/withdrawal',
  summary: '撤回复议',
  tag,
  gate: 'appeal.file',
  params: ofAppeal,
  body: z.strictObject({ requestId }),
  response: appealAnswer,
});
const decision = z.strictObject({
  requestId,
  outcome: z.enum(['upheld', 'partlyUpheld', 'dismissed']),
  answer: longText,
  fileIds,
  correction: z.strictObject(factFields).nullable(),
});
/** Upheld: the entry is reversed and, with a correction, booked anew; a rejected submission is booked. */
export const decideAppeal = endpoint({
  method: 'POST',
  path: '/api/appeals/:appealId/decision',
  summary: '答复复议',
  tag,
  gate: 'appeal.decide',
  params: ofAppeal,
  body: decision,
  response: appealAnswer,
});
export const decideSecondAppeal = endpoint({
  method: 'POST',
  path: '/api/appeals/:appealId/final-decision',
  summary: '答复二次复议（终局）',
  tag,
  gate: 'appeal.decideFinally',
  params: ofAppeal,
  body: decision,
  response: appealAnswer,
});

/** Without an account: oneself, at once. About another: asked for, and decided by the office. */
export const askRecusal = endpoint({
  method: 'POST',
  path: '/api/appeals/:appealId/recusals',
  summary: '回避、申请回避',
  tag,
  gate: 'appeal.read',
  params: ofAppeal,
  body: z.strictObject({ requestId, accountId: id.nullable(), reason: shortReason }),
  response: appealAnswer,
});
export const decideRecusal = endpoint({
  method: 'POST',
  path: '/api/appeals/:appealId/recusals/:recusalId/decision',
  summary: '决定是否回避',
  tag,
  gate: 'appeal.manage',
  params: ofAppeal.extend({ recusalId: id }),
  body: z.strictObject({
    requestId,
    granted: z.boolean(),
    reason: shortReason,
    assigneeAccountId: id.nullable().describe('回避后改由谁答复；空为由其余人员答复'),
  }),
  response: appealAnswer,
});
export const assignAppeal = endpoint({
  method: 'POST',
  path: '/api/appeals/:appealId/assignment',
  summary: '指定答复人',
  tag,
  gate: 'appeal.manage',
  params: ofAppeal,
  body: z.strictObject({ requestId, accountId: id, reason: shortReason }),
  response: appealAnswer,
});
