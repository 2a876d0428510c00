import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { factFields, indicatorCode, indicatorForm, indicatorRef, matterKey, subjectRef } from './entries.ts';
import { day, id, instant, longText, pageOf, paging, requestId, shortText, subjectKind } from './fields.ts';
import { fileIds } from './files.ts';
import { pointsPreview, submissionDetail, submissionState, submissionView } from './submission-views.ts';

export * from './submission-batches.ts';
export * from './submission-views.ts';

const tag = '填报与审核';
const ofSubmission = z.strictObject({ submissionId: id });

/** Everything the report form needs: for whom, until when, which indicators, with which targets. */
export const getReportForm = endpoint({
  method: 'GET',
  path: '/api/report-form',
  summary: '填报表单',
  tag,
  gate: 'submission.create',
  query: z.strictObject({ subjectKind: subjectKind.optional(), subjectId: id.optional() }),
  response: z.strictObject({
    subject: subjectRef.nullable(),
    serverTime: instant,
    /** Why periods that are open to others are not here: the unit is not in the pilot yet (P20). */
    pilotNotice: z.string().nullable(),
    periods: z
      .array(
        z.strictObject({
          id,
          label: z.string(),
          ruleSetName: z.string(),
          state: z.string(),
          fromOn: day,
          toOn: day,
          submitBy: instant,
          closed: z.boolean(),
          indicators: z
            .array(
              indicatorRef.extend({
                form: indicatorForm,
                clause: z.string(),
                evidenceRule: z.string().nullable(),
                familyName: z.string(),
                ownerName: z.string().nullable(),
                target: z.strictObject({ id, quantity: z.string(), done: z.string() }).nullable(),
                lateAllowed: z.boolean(),
                /** Roles one may name others in, by the event they are for; empty for most. */
                namedRoles: z
                  .array(z.strictObject({ event: z.string(), code: z.string(), name: z.string() }))
                  .max(200),
                lastUsedAt: instant.nullable(),
              }),
            )
            .max(1000),
        }),
      )
      .max(20),
  }),
});
/** Those one may report for: oneself, and whom a clerk or unit head reports for. */
export const listReportSubjects = endpoint({
  method: 'GET',
  path: '/api/report-subjects',
  summary: '可代为填报的对象',
  tag,
  gate: 'submission.create',
  query: z.strictObject({ text: z.string().trim().max(50).optional() }),
  response: z.strictObject({ subjects: z.array(subjectRef).max(200) }),
});

const content = {
  title: shortText,
  description: z.string().trim().max(4000).default(''),
  eventCode: factFields.eventCode,
  quantity: factFields.quantity,
  ofQuantity: factFields.ofQuantity,
  occurredOn: day,
  matterKey: matterKey.optional(),
  /** Who worked along, where the event has points for them (P2). */
  participants: z
    .array(z.strictObject({ officerId: id, role: z.string().min(1).max(80) }))
    .max(20, '最多列 20 人')
    .default([]),
  fileIds,
};
/** Acts answer with the row, reading with the whole: on the last evening thousands hand in at once. */
const submissionAnswer = z.strictObject({ submission: submissionView });
export const createSubmission = endpoint({
  method: 'POST',
  path: '/api/submissions',
  summary: '填报一件工作',
  tag,
  gate: 'submission.create',
  body: z.strictObject({
    requestId,
    periodId: id,
    subjectKind,
    subjectId: id,
    indicatorCode,
    targetId: id.optional(),
    ...content,
  }),
  response: submissionAnswer,
});
export const resubmit = endpoint({
  method: 'POST',
  path: '/api/submissions/:submissionId/versions',
  summary: '补正后重新提交',
  tag,
  gate: 'submission.create',
  params: ofSubmission,
  body: z.strictObject({ requestId, ...content }),
  response: submissionAnswer,
});
export const withdrawSubmission = endpoint({
  method: 'POST',
  path: '/api/submissions/:submissionId/withdrawal',
  summary: '撤回填报',
  tag,
  gate: 'submission.create',
  params: ofSubmission,
  body: z.strictObject({ requestId }),
  response: submissionAnswer,
});
export const listSubmissions = endpoint({
  method: 'GET',
  path: '/api/submissions',
  summary: '填报列表',
  tag,
  gate: 'submission.read',
  query: z.strictObject({
    ...paging,
    mine: z.literal('1').optional(),
    state: submissionState.optional(),
    periodId: id.optional(),
    indicatorCode: indicatorCode.optional(),
    text: z.string().trim().max(50).optional(),
  }),
  response: pageOf(submissionView),
});
export const getSubmission = endpoint({
  method: 'GET',
  path: '/api/submissions/:submissionId',
  summary: '一件填报',
  tag,
  gate: 'submission.read',
  params: ofSubmission,
  response: z.strictObject({ submission: submissionDetail }),
});

/** 受理: from now on the author may not withdraw it, and another reviewer sees who has it. */
export const takeSubmission = endpoint({
  method: 'POST',
  path: '/api/submissions/:submissionId/taking',
  summary: '受理填报',
  tag,
  gate: 'submission.review',
  params: ofSubmission,
  body: z.strictObject({ requestId, version: z.number().int().positive() }),
  response: submissionAnswer,
});
export const releaseSubmission = endpoint({
  method: 'POST',
  path: '/api/submissions/:submissionId/release',
  summary: '放弃受理',
  tag,
  gate: 'submission.review',
  params: ofSubmission,
  body: z.strictObject({ requestId }),
  response: submissionAnswer,
});

/** 回避: related to whom it concerns, the reviewer steps back for good and says why. */
export const recuseFromReview = endpoint({
  method: 'POST',
  path: '/api/submissions/:submissionId/recusal',
  summary: '回避审核',
  tag,
  gate: 'submission.review',
  params: ofSubmission,
  body: z.strictObject({ requestId, reason: longText.max(200) }),
  response: submissionAnswer,
});

/** What a reviewer may decide, oldest first. */
export const listReviewQueue = endpoint({
  method: 'GET',
  path: '/api/review-queue',
  summary: '待审核队列',
  tag,
  gate: 'submission.review',
  query: z.strictObject({
    ...paging,
    indicatorCode: indicatorCode.optional(),
    unitId: id.optional(),
    from: day.optional(),
    to: day.optional(),
    /** `mine`: what waits for this person or for nobody in particular. */
    whose: z.enum(['mine', 'all']).default('all'),
    overdue: z.literal('1').optional(),
  }),
  response: pageOf(submissionView).extend({
    mine: z.number().int(),
    all: z.number().int(),
    overdue: z.number().int(),
    byIndicator: z
      .array(z.strictObject({ code: z.string(), name: z.string(), count: z.number().int() }))
      .max(500),
    byUnit: z.array(z.strictObject({ id, name: z.string(), count: z.number().int() })).max(1000),
  }),
});
const decisionFields = {
  /** The version that was looked at: a newer one must be looked at first. */
  version: z.number().int().positive(),
  ...factFields,
  reason: longText.max(500).optional(),
};
/** The same computation that acceptance books. */
export const previewPoints = endpoint({
  method: 'POST',
  path: '/api/submissions/:submissionId/points-preview',
  summary: '试算采纳得分',
  tag,
  gate: 'submission.review',
  params: ofSubmission,
  body: z.strictObject({ ...factFields }),
  response: z.strictObject({ preview: pointsPreview }),
});
export const acceptSubmission = endpoint({
  method: 'POST',
  path: '/api/submissions/:submissionId/acceptance',
  summary: '采纳并计分',
  tag,
  gate: 'submission.review',
  params: ofSubmission,
  body: z.strictObject({ requestId, ...decisionFields }),
  response: submissionAnswer,
});
export const returnSubmission = endpoint({
  method: 'POST',
  path: '/api/submissions/:submissionId/return',
  summary: '退回补正',
  tag,
  gate: 'submission.review',
  params: ofSubmission,
  body: z.strictObject({ requestId, version: z.number().int().positive(), reason: longText.max(500) }),
  response: submissionAnswer,
});
