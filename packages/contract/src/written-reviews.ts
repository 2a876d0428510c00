import { WRITTEN_REVIEW_STATES } from '@mingji/engine';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { subjectRef } from './entries.ts';
import { day, id, instant, longText, pageOf, paging, requestId } from './fields.ts';
import { attachmentView, fileIds } from './files.ts';
import { timelineEvent } from './submission-views.ts';

const tag = '书面检查';
export const writtenReviewState = z.enum(WRITTEN_REVIEW_STATES);
const ofReview = z.strictObject({ reviewId: id });

export const writtenReviewView = z.strictObject({
  id,
  state: writtenReviewState,
  /** What is due: 书面检查, 书面说明. */
  task: z.string(),
  period: z.strictObject({ id, label: z.string(), ruleSetName: z.string() }),
  subject: subjectRef,
  /** Who has to write it: the officer, or whoever heads the unit. */
  ownerNames: z.array(z.string()).max(20),
  score: z.string(),
  below: z.string(),
  clause: z.string().nullable(),
  dueOn: day,
  overdue: z.boolean(),
  /** Handed in after the due day. */
  late: z.boolean(),
  handedAt: instant.nullable(),
  remindedAt: instant.nullable(),
  escalatedAt: instant.nullable(),
  decidedByName: z.string().nullable(),
  decidedAt: instant.nullable(),
  /** The newest draft; 0 until one is handed in. */
  version: z.number().int(),
});
export type WrittenReviewView = z.infer<typeof writtenReviewView>;
export const writtenReviewVersion = z.strictObject({
  version: z.number().int(),
  text: z.string(),
  files: z.array(attachmentView).max(20),
  byName: z.string(),
  at: instant,
  late: z.boolean(),
});
export const writtenReviewDetail = writtenReviewView.extend({
  clauseText: z.string().nullable(),
  versions: z.array(writtenReviewVersion).max(50),
  timeline: z.array(timelineEvent).max(300),
  can: z.strictObject({ hand: z.boolean(), decide: z.boolean(), refusal: z.string().nullable() }),
});
export type WrittenReviewDetail = z.infer<typeof writtenReviewDetail>;
const answer = z.strictObject({ review: writtenReviewView });

export const listWrittenReviews = endpoint({
  method: 'GET',
  path: '/api/written-reviews',
  summary: '书面检查列表',
  tag,
  gate: 'outcome.read',
  query: z.strictObject({
    ...paging,
    view: z.enum(['mine', 'toDecide', 'overdue', 'all']).default('all'),
    state: writtenReviewState.optional(),
    periodId: id.optional(),
    text: z.string().trim().max(50).optional(),
  }),
  response: pageOf(writtenReviewView),
});
export const getWrittenReview = endpoint({
  method: 'GET',
  path: '/api/written-reviews/:reviewId',
  summary: '一件书面检查',
  tag,
  gate: 'outcome.read',
  params: ofReview,
  response: z.strictObject({ review: writtenReviewDetail }),
});
/** What is handed in after the due day is taken and marked as late; every version is kept. */
export const handInWrittenReview = endpoint({
  method: 'POST',
  path: '/api/written-reviews/:reviewId/versions',
  summary: '提交书面检查',
  tag,
  gate: 'writtenReview.hand',
  params: ofReview,
  body: z.strictObject({ requestId, text: longText, fileIds }),
  response: answer,
});
export const decideWrittenReview = endpoint({
  method: 'POST',
  path: '/api/written-reviews/:reviewId/decision',
  summary: '审阅书面检查',
  tag,
  gate: 'writtenReview.decide',
  params: ofReview,
  body: z.strictObject({
    requestId,
    /** The version that was read: a newer one is not decided unseen. */
    version: z.number().int().min(1),
    outcome: z.enum(['accept', 'return']),
    opinion: z.string().trim().max(1000, '最多 1000 字'),
  }),
  response: answer,
});
/** Many at once with one opinion: each is decided or refused for itself, and the answer says which and why. */
export const decideWrittenReviews = endpoint({
  method: 'POST',
  path: '/api/written-reviews/decisions',
  summary: '批量审阅书面检查',
  tag,
  gate: 'writtenReview.decide',
  body: z.strictObject({
    requestId,
    items: z
      .array(z.strictObject({ reviewId: id, version: z.number().int().min(1) }))
      .min(1)
      .max(200, '一次最多审阅 200 件'),
    outcome: z.enum(['accept', 'return']),
    opinion: z.string().trim().max(1000, '最多 1000 字'),
  }),
  response: z.strictObject({
    decided: z.array(id).max(200),
    refused: z.array(z.strictObject({ reviewId: id, message: z.string() })).max(200),
  }),
});
