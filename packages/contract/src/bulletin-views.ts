import { BULLETIN_STATES } from '@mingji/engine';
import { z } from 'zod';
import { bulletinDocument, bulletinFinding } from './bulletin-document.ts';
import { bulletinContent, bulletinKind } from './bulletin-format.ts';
import { id, instant, named } from './fields.ts';
import { timelineEvent } from './submission-views.ts';

export const bulletinState = z.enum(BULLETIN_STATES);

export const bulletinRow = z.strictObject({
  id,
  kind: bulletinKind,
  title: z.string(),
  number: z.string().nullable(),
  unit: named,
  state: bulletinState,
  periodLabel: z.string(),
  draftedByName: z.string(),
  updatedAt: instant,
  publishedAt: instant.nullable(),
  /** Null for drafts and for who was not addressed. */
  readAt: instant.nullable(),
  /** Addressed to the reader and not opened yet. */
  unread: z.boolean(),
  /** A published correction of it. */
  correctedBy: z.string().nullable(),
  recipients: z.number().int(),
  read: z.number().int(),
});
export type BulletinRow = z.infer<typeof bulletinRow>;

const otherBulletin = z.strictObject({ id, number: z.string().nullable(), title: z.string() });
export const bulletinDetail = bulletinRow.extend({
  document: bulletinDocument,
  /** SM3 of the finished document; null before it is approved. */
  documentHash: z.string().nullable(),
  corrects: otherBulletin.nullable(),
  corrections: z.array(otherBulletin).max(50),
  scopeUnits: z.array(named).max(200),
  namingReason: z.string().nullable(),
  /** What the one who returned it wrote, while it has not been submitted again. */
  opinion: z.string().nullable(),
  /** The data changed since the figures were frozen: which period, and how. */
  stale: z.array(z.string()).max(12),
  timeline: z.array(timelineEvent).max(300),
  can: z.strictObject({
    edit: z.boolean(),
    withdraw: z.boolean(),
    approve: z.boolean(),
    /** Why the reader, who approves elsewhere, does not approve this one. */
    approveRefusal: z.string().nullable(),
    publish: z.boolean(),
    correct: z.boolean(),
    seeReceipts: z.boolean(),
  }),
});
export type BulletinDetail = z.infer<typeof bulletinDetail>;
export const sequenceChoice = z.strictObject({
  code: z.string(),
  name: z.string(),
  kind: z.enum(['unit', 'officer']),
});
export const draftView = z.strictObject({
  id,
  unit: named,
  kind: bulletinKind,
  mark: z.string(),
  content: bulletinContent,
  revision: z.number().int(),
  savedAt: instant,
  savedByName: z.string(),
  opinion: z.string().nullable(),
  document: bulletinDocument,
  findings: z.array(bulletinFinding).max(300),
  sequences: z.array(sequenceChoice).max(200),
  gatheredAt: instant,
  stale: z.array(z.string()).max(12),
});
export type DraftView = z.infer<typeof draftView>;
