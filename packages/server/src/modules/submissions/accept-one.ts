import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { localDay } from '../../local-day.ts';
import { Refusal } from '../../refusal.ts';
import {
  type EntryFacts,
  type EntryToRecord,
  findIndicator,
  formOf,
  type LedgerRow,
  loadSubject,
  recordParts,
  refuseOwnPart,
  requireForm,
  splitMatter,
  type WorkPeriod,
} from '../ledger/index.ts';
import type { SubmissionRow, VersionRow } from './find-submission.ts';
import { lockForReview } from './lock-for-review.ts';
import { moveSubmission } from './move-submission.ts';
import { participantsOf } from './participants.ts';

/** What the reviewer found, where it is not as handed in; absent: as handed in. */
export interface Recognized {
  readonly eventCode?: string | undefined;
  readonly quantity?: string | undefined;
  readonly ofQuantity?: string | undefined;
  readonly chosenPoints?: string | undefined;
  readonly multipliers?: readonly string[] | undefined;
}
export interface Acceptance extends Recognized {
  readonly version: number;
  readonly reason?: string | undefined;
}

/** Accepts one submission and books it; part of one transaction, alone or in a batch. */
export async function acceptOne(
  tx: Tx,
  ctx: Ctx,
  submissionId: string,
  acceptance: Acceptance,
  requestId: string,
): Promise<LedgerRow> {
  const { row, versions, period } = await lockForReview(tx, ctx, submissionId);
  const version = versions.find((each) => each.version === acceptance.version) ?? versions.at(-1);
  if (!version) throw new Error(`submission ${row.id} has no version`);
  requireReasonForChange(version, acceptance);
  await moveSubmission(tx, ctx, row, {
    action: 'accept',
    version: acceptance.version,
    reason: acceptance.reason,
  });
  const reason = acceptance.reason ?? `采纳：${version.title}`;
  return bookSubmission(
    tx,
    ctx,
    { row, version, period, recognized: acceptance },
    {
      // Points inside a band are always explained; elsewhere the title of the work says why.
      reason: isBand(period, row) ? (acceptance.reason ?? '') : reason,
      source: { kind: 'submission', id: row.id },
      requestId,
    },
  );
}

interface Work {
  readonly row: SubmissionRow;
  readonly version: VersionRow;
  readonly period: WorkPeriod;
  readonly recognized: Recognized;
}

/** The entries that a piece of work becomes, by review or by a successful appeal; the subject's own comes back. */
export async function bookSubmission(
  tx: Tx,
  ctx: Ctx,
  work: Work,
  how: Pick<EntryToRecord, 'source' | 'requestId'> & { readonly reason: string },
): Promise<LedgerRow> {
  const { row, version, period } = work;
  const subject = await loadSubject(tx, ctx, {
    kind: row.subject_kind as 'unit' | 'officer',
    id: row.subject_id,
  });
  const matter = { period, placed: findIndicator(period.ruleSet, row.indicator_code), subject };
  const { parts } = await splitMatter(tx, ctx, {
    ...matter,
    facts: factsOf(ctx, work, how.reason),
    named: await participantsOf(tx, row.id, version.version),
    ownMatter: matterOf(row),
  });
  refuseOwnPart(ctx, parts);
  return recordParts(tx, ctx, matter, parts, {
    occurredOn: version.occurred_on,
    evidenceFileIds: version.file_ids,
    source: how.source,
    requestId: how.requestId,
    ownerUnitId: row.owner_unit_id,
  });
}

/** Ties together the parts of a piece of work that has no number of its own. */
export function matterOf({ id }: Pick<SubmissionRow, 'id'>): string {
  return `填报-${id.slice(0, 8)}`;
}

/** The facts of a piece of work as recognised; also what a preview is computed from. */
export function factsOf(ctx: Ctx, { row, version, period, recognized }: Work, reason: string): EntryFacts {
  const placed = findIndicator(period.ruleSet, row.indicator_code);
  const form = requireForm(formOf(placed.indicator), placed.indicator.name);
  const { timeZone } = ctx.actor;
  return {
    kind: form.entryKind,
    eventCode: recognized.eventCode ?? version.event_code ?? undefined,
    quantity: recognized.quantity ?? version.quantity ?? undefined,
    ofQuantity: recognized.ofQuantity ?? version.of_quantity ?? undefined,
    chosenPoints: recognized.chosenPoints,
    multipliers: recognized.multipliers,
    matterKey: version.matter_key ?? undefined,
    ...(row.late
      ? {
          dueOn: localDay(new Date(period.submitBy.getTime() - 1), timeZone),
          doneOn: localDay(row.created_at, timeZone),
        }
      : {}),
    reason,
  };
}

/** P13: who recognises something else than was handed in says why. */
function requireReasonForChange(version: VersionRow, given: Acceptance): void {
  const changed =
    (given.eventCode !== undefined && given.eventCode !== version.event_code) ||
    (given.quantity !== undefined && given.quantity !== version.quantity) ||
    (given.ofQuantity !== undefined && given.ofQuantity !== version.of_quantity);
  if (!changed || given.reason !== undefined) return;
  throw new Refusal('invalid', '认定的情形或数量与填报不一致，须写明理由，当事人可以看到。', [
    { path: 'reason', message: '认定与填报不一致时须写明理由' },
  ]);
}

function isBand(period: WorkPeriod, row: SubmissionRow): boolean {
  return findIndicator(period.ruleSet, row.indicator_code).indicator.scoring.family === 'band';
}
