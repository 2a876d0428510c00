import type { entries } from '@mingji/contract';
import { decideAccess } from '@mingji/engine';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import type { Reader, Tx } from '../../db/database.ts';
import type { LedgerRow } from './entry-facts.ts';

interface Mark {
  readonly mark: entries.AcknowledgementMark;
  readonly appealId: string | null;
}

/** Adds the reader's mark to each entry that does not already bear it; nothing earlier is changed (P13). */
export async function acknowledge(
  tx: Tx,
  ctx: Ctx,
  entryIds: readonly string[],
  { mark, appealId }: Mark,
): Promise<number> {
  const { rows } = await sql<{ entry_id: string }>`
    insert into entry_acknowledgement (bureau_id, entry_id, account_id, mark, appeal_id, at)
    select ${ctx.actor.bureauId}::uuid, entry.id, ${ctx.actor.accountId}::uuid, ${mark}, ${appealId}::uuid,
      ${ctx.now}::timestamptz
    from unnest(${[...entryIds]}::uuid[]) entry(id)
    where not exists (
      select from (
        select earlier.mark, earlier.appeal_id from entry_acknowledgement earlier
        where earlier.entry_id = entry.id and earlier.account_id = ${ctx.actor.accountId}
        order by earlier.seq desc limit 1
      ) standing
      where standing.mark = ${mark} and standing.appeal_id is not distinct from ${appealId}::uuid)
    returning entry_id`.execute(tx);
  return rows.length;
}

/** Whether the entry is about the reader himself, or about the unit he heads or serves as clerk. */
export function isConcerned({ actor }: Ctx, row: LedgerRow, subjectUnitPath: string): boolean {
  const target =
    row.subject_kind === 'officer' ? { officerId: row.subject_id } : { unitPath: subjectUnitPath };
  return decideAccess(actor, 'entry.acknowledge', target).allowed;
}

export interface StandingMark {
  readonly entryId: string;
  readonly accountId: string;
  readonly mark: entries.AcknowledgementMark;
  readonly byName: string;
  readonly appealId: string | null;
  readonly at: Date;
}

/** The newest mark of each person on each of these entries, by entry. */
export async function marksOn(
  reader: Reader,
  entryIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StandingMark[]>> {
  const { rows } = await sql<StandingMark>`
    select distinct on (ack.entry_id, ack.account_id) ack.entry_id as "entryId", ack.account_id as "accountId",
      ack.mark, account.display_name as "byName", ack.appeal_id as "appealId", ack.at
    from entry_acknowledgement ack join account on account.id = ack.account_id
    where ack.entry_id = any(${[...entryIds]}::uuid[])
    order by ack.entry_id, ack.account_id, ack.seq desc`.execute(reader);
  const marks = new Map<string, StandingMark[]>();
  for (const row of rows) marks.set(row.entryId, [...(marks.get(row.entryId) ?? []), row]);
  return marks;
}

/** The reader's mark on the `entry` of a query: the one asked for, or none while the period may still change. */
export function markedBy({ actor }: Ctx, wanted: string, entryId: RawBuilder<string>): RawBuilder<boolean> {
  const own = sql`(select ack.mark from entry_acknowledgement ack
    where ack.entry_id = ${entryId} and ack.account_id = ${actor.accountId} order by ack.seq desc limit 1)`;
  const open = sql`exists (select from period where period.id = entry.period_id and period.state <> 'sealed'
    and period.discarded_at is null)`;
  return wanted === 'new' ? sql<boolean>`(${open} and ${own} is null)` : sql<boolean>`${own} = ${wanted}`;
}
