import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { Refusal } from '../../refusal.ts';
import type { LedgerRow } from './entry-facts.ts';
import { findIndicator } from './find-indicator.ts';
import { loadSubject } from './load-subject.ts';
import { type EntryToRecord, recordEntry } from './record-entry.ts';
import { lockWorkPeriod } from './work-period.ts';

interface Why {
  readonly reason: string;
  readonly evidenceFileIds: readonly string[];
  readonly source: EntryToRecord['source'];
  readonly requestId: string;
}

/** Cancels an entry by adding one; the database lets an entry be reversed once only. */
export async function reverseEntry(tx: Tx, ctx: Ctx, wrong: LedgerRow, why: Why): Promise<LedgerRow> {
  if (wrong.kind === 'reversal') {
    throw new Refusal('refused', '冲销记录本身不能再冲销。如冲销有误，请重新登记正确的记录。');
  }
  // The application may not lock rows of the ledger: two who reverse the same entry queue here.
  await sql`select pg_advisory_xact_lock(hashtextextended(${wrong.id}, 1))`.execute(tx);
  const earlier = await tx
    .selectFrom('ledger_entry')
    .select(['by_name', 'at'])
    .where('reverses', '=', wrong.id)
    .executeTakeFirst();
  if (earlier) {
    throw new Refusal('conflict', `该记录已由${earlier.by_name}冲销，不能再次冲销。请刷新后查看最新记录。`);
  }
  const period = await lockWorkPeriod(tx, ctx.actor.bureauId, wrong.period_id);
  return recordEntry(tx, ctx, {
    period,
    subject: await loadSubject(tx, ctx, {
      kind: wrong.subject_kind as 'unit' | 'officer',
      id: wrong.subject_id,
    }),
    placed: findIndicator(period.ruleSet, wrong.indicator_code),
    facts: {
      kind: 'reversal',
      reason: why.reason,
      ...(wrong.matter_key ? { matterKey: wrong.matter_key } : {}),
    },
    occurredOn: wrong.occurred_on,
    evidenceFileIds: why.evidenceFileIds,
    source: why.source,
    reverses: wrong.id,
    ownerUnitId: wrong.owner_unit_id,
    requestId: why.requestId,
  });
}
