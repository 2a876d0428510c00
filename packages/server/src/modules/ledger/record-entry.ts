import { randomUUID } from 'node:crypto';
import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { Refusal } from '../../refusal.ts';
import { ownerUnitOf } from '../rule-sets/index.ts';
import { bookPoints, type EntryFacts, splitsMatters } from './book-points.ts';
import type { LedgerRow } from './entry-facts.ts';
import { entryHash, type HashedRow } from './entry-hash.ts';
import type { PlacedIndicator } from './find-indicator.ts';
import type { WorkSubject } from './load-subject.ts';
import { lockMatters } from './lock-matters.ts';
import { requireOperationSubject } from './operation-subjects.ts';
import { tellScored } from './tell-scored.ts';
import type { WorkPeriod } from './work-period.ts';

export interface EntryToRecord {
  readonly period: WorkPeriod;
  readonly subject: WorkSubject;
  readonly placed: PlacedIndicator;
  readonly facts: EntryFacts;
  readonly occurredOn: string;
  /** Already checked to be the actor's to attach. */
  readonly evidenceFileIds: readonly string[];
  readonly source: {
    readonly kind: 'submission' | 'posting' | 'appeal' | 'import';
    readonly id: string | null;
  };
  /** Of a reversal: what it cancels. */
  readonly reverses?: string;
  readonly requestId: string;
  /** Where the work was reviewed, when it was transferred there; else the indicator's owner. */
  readonly ownerUnitId?: string | null;
}

/**
 * The one function that appends to the ledger (§15). It books what the engine derives, hashes the canonical bytes and
 * inserts; nothing is ever updated. Idempotence is the command's, by its request id.
 */
export async function recordEntry(tx: Tx, ctx: Ctx, entry: EntryToRecord): Promise<LedgerRow> {
  const { period, subject, placed, facts } = entry;
  requireBookable(period);
  if (facts.kind !== 'reversal') await requireOperationSubject(tx, period, subject);
  await lockMatter(tx, entry);
  const { bureauId } = ctx.actor;
  const bookedPoints =
    facts.kind === 'reversal'
      ? null
      : await bookPoints(tx, { period, subject, placed, facts, bureauId, at: ctx.now });
  const ownerUnitId = entry.ownerUnitId ?? (await ownerOf(tx, bureauId, entry))?.id ?? null;
  const row = ledgerRow(ctx, entry, { bookedPoints, ownerUnitId });
  const hash = entryHash(ctx.deps.crypto, row, await evidenceHashes(tx, row.evidence_file_ids));
  const recorded = await tx
    .insertInto('ledger_entry')
    .values({ ...row, entry_hash: hash })
    .returningAll()
    .executeTakeFirstOrThrow();
  await tellScored(tx, ctx, [{ id: recorded.id, entry }]);
  return recorded;
}

/** The row of an entry, as it is hashed and kept. */
export function ledgerRow(
  ctx: Ctx,
  entry: EntryToRecord,
  derived: { readonly bookedPoints: string | null; readonly ownerUnitId: string | null },
): HashedRow {
  const { period, subject, placed, facts } = entry;
  return {
    id: randomUUID(),
    bureau_id: ctx.actor.bureauId,
    period_id: period.id,
    rule_set_version_id: period.ruleSetVersionId,
    subject_kind: subject.kind,
    subject_id: subject.id,
    subject_unit_id: subject.unitId,
    owner_unit_id: derived.ownerUnitId,
    indicator_code: placed.indicator.code,
    kind: facts.kind,
    event_code: facts.eventCode ?? null,
    quantity: facts.quantity ?? null,
    of_quantity: facts.ofQuantity ?? null,
    chosen_points: facts.chosenPoints ?? null,
    booked_points: derived.bookedPoints,
    multipliers: [...(facts.multipliers ?? [])],
    role_code: facts.roleCode ?? null,
    vote_group: null,
    due_on: facts.dueOn ?? null,
    done_on: facts.doneOn ?? null,
    matter_key: facts.matterKey ?? null,
    occurred_on: entry.occurredOn,
    clause: placed.clause.id,
    reason: facts.reason,
    evidence_file_ids: [...entry.evidenceFileIds],
    source_kind: entry.source.kind,
    source_id: entry.source.id,
    reverses: entry.reverses ?? null,
    by_account_id: ctx.actor.accountId,
    by_name: ctx.actor.displayName,
    at: ctx.now,
    request_id: entry.requestId,
    canonical_version: 1,
  };
}

function ownerOf(tx: Tx, bureauId: string, { period, placed, subject }: EntryToRecord) {
  return ownerUnitOf(tx, bureauId, period, placed.indicator, subject.unitPath);
}

/** The database refuses a sealed period once more, under a lock. */
export function requireBookable(period: WorkPeriod): void {
  if (period.state === 'sealed') {
    throw new Refusal(
      'sealed',
      `周期“${period.label}”已封存，不能再记分。需要更正的，由当事人提出复议，成立后记入当前周期。`,
    );
  }
  if (period.state === 'draft') {
    throw new Refusal('refused', `周期“${period.label}”尚未开放，不能记分。请考核办先开放该周期。`);
  }
}

/** P1: the rules of one county are not for the people of another. Entries made before a transfer stay. */
export function requireInReach(period: WorkPeriod, subject: WorkSubject): void {
  if (subject.unitPath.startsWith(period.unitPath)) return;
  throw new Refusal(
    'refused',
    `周期“${period.label}”由“${period.unitName}”组织，不考核“${subject.unitName}”的“${subject.name}”。请核对周期和对象。`,
  );
}

async function lockMatter(tx: Tx, { period, facts }: EntryToRecord): Promise<void> {
  if (facts.matterKey === undefined || facts.kind !== 'event' || !splitsMatters(period.ruleSet)) return;
  await lockMatters(tx, [{ periodId: period.id, matterKey: facts.matterKey }]);
}

export async function evidenceHashes(tx: Tx, fileIds: readonly string[]): Promise<string[]> {
  if (fileIds.length === 0) return [];
  const rows = await tx
    .selectFrom('file')
    .select('sm3')
    .where('id', 'in', [...fileIds])
    .execute();
  return rows.map((row) => row.sm3.toString('hex'));
}
