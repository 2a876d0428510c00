import { APPEAL_STATES } from '@mingji/engine';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { entryView, factFields, indicatorForm, indicatorRef, subjectRef } from './entries.ts';
import { day, id, instant, longText, named, pageOf, paging, requestId } from './fields.ts';
import { attachmentView, fileIds } from './files.ts';
import { timelineEvent } from './submission-views.ts';

const tag = '复议';
export const appealState = z.enum(APPEAL_STATES);
const ofAppeal = z.strictObject({ appealId: id });

export const appealView = z.strictObject({
  id,
  state: appealState,
  period: z.strictObject({ id, label: z.string() }),
  about: z.enum(['entry', 'submission']),
  aboutTitle: z.string(),
  indicator: indicatorRef,
  subject: subjectRef,
  ownerUnit: named,
  authorName: z.string(),
  scoredByName: z.string(),
  filedAt: instant,
  answerDueOn: day,
  decidedByName: z.string().nullable(),
  decidedAt: instant.nullable(),
});
export type AppealView = z.infer<typeof appealView>;
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
  can: z.strictObject({ decide: z.boolean(), withdraw: z.boolean(), decideRefusal: z.string().nullable() }),
});
export type AppealDetail = z.infer<typeof appealDetail>;
const appealAnswer = z.strictObject({ appeal: appealView });

export const listAppeals = endpoint({
  method: 'GET',
  path: '/api/appeals',
  summary: '复议列表',
  tag,
  gate: 'appeal.read',
  query: z.strictObject({
    ...paging,
    view: z.enum(['mine', 'toAnswer', 'all']).default('all'),
    state: appealState.optional(),
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
/** Upheld: the entry is reversed and, with a correction, booked anew; a rejected submission is booked. */
export const decideAppeal = endpoint({
  method: 'POST',
  path: '/api/appeals/:appealId/decision',
  summary: '答复复议',
  tag,
  gate: 'appeal.decide',
  params: ofAppeal,
  body: z.strictObject({
    requestId,
    outcome: z.enum(['upheld', 'dismissed']),
    answer: longText,
    fileIds,
    correction: z.strictObject(factFields).nullable(),
  }),
  response: appealAnswer,
});
