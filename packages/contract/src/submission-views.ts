import { SUBMISSION_STATES } from '@mingji/engine';
import { z } from 'zod';
import { entryView, eventRef, indicatorForm, indicatorRef, subjectRef } from './entries.ts';
import { day, id, instant, named } from './fields.ts';
import { attachmentView, earlierUse } from './files.ts';

export const submissionState = z.enum(SUBMISSION_STATES);
export const submissionView = z.strictObject({
  id,
  state: submissionState,
  period: z.strictObject({ id, label: z.string() }),
  indicator: indicatorRef,
  subject: subjectRef,
  ownerUnit: named,
  authorName: z.string(),
  title: z.string(),
  eventName: z.string().nullable(),
  quantity: z.string().nullable(),
  ofQuantity: z.string().nullable(),
  measureUnit: z.string().nullable(),
  occurredOn: day,
  late: z.boolean(),
  version: z.number().int(),
  fileCount: z.number().int(),
  createdAt: instant,
  updatedAt: instant,
  decidedByName: z.string().nullable(),
  decidedAt: instant.nullable(),
  returnReason: z.string().nullable(),
  bookedPoints: z.string().nullable(),
  /** Needs no choice of the reviewer: may go in a batch. */
  plain: z.boolean(),
  /** Who has taken it up for review; the author may not withdraw it meanwhile. */
  taken: z.strictObject({ byName: z.string(), at: instant, until: instant, mine: z.boolean() }).nullable(),
  /** Whom it waits for; null: any reviewer of the owner unit. */
  assigneeName: z.string().nullable(),
  assignedToMe: z.boolean(),
  /** For whom the one it waits for stands in: absent, or too late. */
  standsInForName: z.string().nullable(),
  reviewDueAt: instant.nullable(),
  overdue: z.boolean(),
});
export type SubmissionView = z.infer<typeof submissionView>;

export const timelineEvent = z.strictObject({
  action: z.string(),
  actionLabel: z.string(),
  byName: z.string(),
  at: instant,
  reason: z.string().nullable(),
  version: z.number().int().nullable(),
});
export const versionView = z.strictObject({
  version: z.number().int(),
  title: z.string(),
  description: z.string(),
  event: eventRef.nullable(),
  quantity: z.string().nullable(),
  ofQuantity: z.string().nullable(),
  occurredOn: day,
  matterKey: z.string().nullable(),
  participants: z
    .array(
      z.strictObject({
        officerId: id,
        name: z.string(),
        unitName: z.string(),
        role: z.string(),
        roleName: z.string(),
      }),
    )
    .max(20),
  files: z
    .array(
      attachmentView.extend({
        earlierUses: z.array(earlierUse).max(20),
        /** Names of other files of this submission with the same content. */
        sameAs: z.array(z.string()).max(20),
      }),
    )
    .max(20),
  byName: z.string(),
  at: instant,
});
/** What acceptance would book, computed by the engine before anybody decides. */
export const pointsPreview = z.strictObject({
  kind: z.enum(['points', 'band', 'measure', 'effect']),
  points: z.string().nullable(),
  explanation: z.string(),
});
export type PointsPreview = z.infer<typeof pointsPreview>;
export const submissionDetail = submissionView.extend({
  form: indicatorForm,
  clause: z.strictObject({ id: z.string(), text: z.string(), source: z.string().nullable() }),
  evidenceRule: z.string().nullable(),
  target: z.strictObject({ id, quantity: z.string() }).nullable(),
  versions: z.array(versionView).max(100),
  timeline: z.array(timelineEvent).max(300),
  preview: pointsPreview.nullable(),
  entries: z.array(entryView).max(20),
  appeal: z.strictObject({ id, state: z.string() }).nullable(),
  submitBy: instant,
  can: z.strictObject({
    review: z.boolean(),
    take: z.boolean(),
    release: z.boolean(),
    transfer: z.boolean(),
    recuse: z.boolean(),
    resubmit: z.boolean(),
    withdraw: z.boolean(),
    appeal: z.boolean(),
    reviewRefusal: z.string().nullable(),
  }),
});
export type SubmissionDetail = z.infer<typeof submissionDetail>;
