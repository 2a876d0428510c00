import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { ownerUnitOf } from '../rule-sets/index.ts';
import { bookPoints } from './book-points.ts';
import { entryHash } from './entry-hash.ts';
import { type EntryToRecord, ledgerRow, requireBookable } from './record-entry.ts';
import { tellScored } from './tell-scored.ts';

const ROWS_A_STATEMENT = 500;

/**
 * The same append for many entries of one file at once: without matters, an entry's points depend on its unit and its
 * facts alone, so the rule is asked once for each such case and not for each of thousands of people.
 */
export async function recordMany(tx: Tx, ctx: Ctx, entries: readonly EntryToRecord[]): Promise<number> {
  const { bureauId } = ctx.actor;
  const booked = new Map<string, string | null>();
  const owners = new Map<string, string | null>();
  const rows = [];
  for (const entry of entries) {
    const { period, subject, placed, facts } = entry;
    requireBookable(period);
    if (facts.matterKey !== undefined) throw new Error('entries of a matter are recorded one by one');
    const place = `${period.id} ${placed.indicator.code} ${subject.unitId}`;
    const question = { period, subject, placed, facts, bureauId, at: ctx.now };
    const key = `${place} ${subject.kind} ${facts.kind} ${facts.eventCode ?? ''} ${facts.quantity ?? ''}/${facts.ofQuantity ?? ''}`;
    if (!booked.has(key)) booked.set(key, facts.kind === 'reversal' ? null : await bookPoints(tx, question));
    if (entry.ownerUnitId === undefined && !owners.has(place)) {
      const owner = await ownerUnitOf(tx, bureauId, period, placed.indicator, subject.unitPath);
      owners.set(place, owner?.id ?? null);
    }
    const row = ledgerRow(ctx, entry, {
      bookedPoints: booked.get(key) ?? null,
      ownerUnitId: entry.ownerUnitId ?? owners.get(place) ?? null,
    });
    rows.push({ ...row, entry_hash: entryHash(ctx.deps.crypto, row, []) });
  }
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
    await tx
      .insertInto('ledger_entry')
      .values(rows.slice(from, from + ROWS_A_STATEMENT))
      .execute();
  }
  await tellScored(
    tx,
    ctx,
    rows.flatMap(({ id }, at) => (entries[at] ? [{ id, entry: entries[at] }] : [])),
  );
  return rows.length;
}
