import type { entries } from '@mingji/contract';
import { scopeOf } from '@mingji/engine';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import type { Reader } from '../../../db/database.ts';
import { likeText } from '../../../db/like-text.ts';
import { notFound } from '../../../refusal.ts';
import { markedBy } from '../acknowledge.ts';
import type { LedgerRow } from '../entry-facts.ts';
import { entryReach, readableEntries } from './entry-reach.ts';
import { entryViews } from './entry-views.ts';
import { type EntrySort, findEntries } from './find-entries.ts';

type Filter = z.output<typeof entries.listEntries.query>;

/** The score log (P13): newest first, of everybody the reader may see, or one of the reader's own logs. */
export async function listEntries(ctx: Ctx, filter: Filter) {
  const { db } = ctx.deps;
  const { page, pageSize } = filter;
  const where = [
    sql<boolean>`entry.bureau_id = ${ctx.actor.bureauId}`,
    await entryReach(db, ctx),
    ...conditions(ctx, filter),
  ];
  const found = await findEntries(db, where, sortOf(filter), { page, pageSize });
  const rows = await rowsOf(db, found.seqs);
  return { items: await entryViews(db, ctx, rows), total: found.total, more: found.more, page, pageSize };
}

async function rowsOf(reader: Reader, seqs: readonly number[]): Promise<LedgerRow[]> {
  if (seqs.length === 0) return [];
  const rows = await reader
    .selectFrom('ledger_entry')
    .selectAll()
    .where('seq', 'in', [...seqs])
    .execute();
  const bySeq = new Map(rows.map((row) => [row.seq, row]));
  return seqs.flatMap((seq) => bySeq.get(seq) ?? []);
}

/** One's own log is by the moment of booking; everybody's is by position, which is the same but for written-in months. */
const sortOf = ({ sort, log, subjectId }: Filter): EntrySort =>
  sort ?? (log === 'mine' || log === 'unit' || subjectId !== undefined ? '-at' : '-seq');

const entryId = sql<string>`entry.id`;

function conditions(ctx: Ctx, filter: Filter): RawBuilder<boolean>[] {
  const equal = (column: RawBuilder<unknown>, value: string | undefined) =>
    value === undefined ? [] : [sql<boolean>`${column} = ${value}`];
  return [
    ...(filter.log === undefined ? [] : [ofLog(ctx, filter.log)]),
    ...equal(sql`entry.period_id`, filter.periodId),
    ...equal(sql`entry.subject_id`, filter.subjectId),
    ...equal(sql`entry.indicator_code`, filter.indicatorCode),
    ...equal(sql`entry.source_kind`, filter.source),
    ...equal(sql`entry.kind`, filter.kind),
    ...equal(sql`entry.by_account_id`, filter.scorerId),
    ...(filter.mark === undefined ? [] : [markedBy(ctx, filter.mark, entryId)]),
    ...(filter.appealed === undefined
      ? []
      : [
          sql<boolean>`entry.id in (select ledger_entry_id from appeal where bureau_id = ${ctx.actor.bureauId})`,
        ]),
    ...(filter.text ? [withWords(ctx, filter.text)] : []),
  ];
}

/** Whose it is, by name, police number or unit; or the reason it was booked for. */
function withWords({ actor }: Ctx, text: string): RawBuilder<boolean> {
  const words = likeText(text);
  // Telling capitals apart costs nothing where there are none, and asking for either three times as much.
  const like = /\p{Cased}/u.test(text) ? sql`ilike` : sql`like`;
  return sql<boolean>`(entry.reason ${like} ${words}
    or entry.subject_id in (
      select id from officer where bureau_id = ${actor.bureauId}
        and (name ${like} ${words} or police_no = ${text})
      union all select id from unit where bureau_id = ${actor.bureauId} and name ${like} ${words})
    or entry.subject_unit_id in (
      select id from unit where bureau_id = ${actor.bureauId} and name ${like} ${words}))`;
}

/** One's own; that of the units one heads or serves as clerk; what one booked oneself. */
export function ofLog({ actor }: Ctx, log: NonNullable<Filter['log']>): RawBuilder<boolean> {
  if (log === 'scored') return sql<boolean>`entry.by_account_id = ${actor.accountId}`;
  if (log === 'mine') {
    return sql<boolean>`(entry.subject_kind = 'officer' and entry.subject_id = ${actor.officerId}::uuid)`;
  }
  const { units } = scopeOf(actor, 'entry.acknowledge');
  return sql<boolean>`(entry.subject_kind = 'unit' and entry.subject_id in (
    select led.id from unit led where led.bureau_id = ${actor.bureauId} and led.path = any(${[...units]}::text[])))`;
}

/** The entry, if the reader may see it. */
export async function findEntry(reader: Reader, ctx: Ctx, entryId: string): Promise<LedgerRow> {
  const row = await (await readableEntries(reader, ctx))
    .selectAll('entry')
    .where('entry.id', '=', entryId)
    .executeTakeFirst();
  if (!row) throw notFound('得分记录');
  return row;
}

/** New entries of one's own and of one's units in periods that are not sealed yet. */
export async function countUnread(reader: Reader, ctx: Ctx, log: 'mine' | 'unit'): Promise<number> {
  const { n } = await (await readableEntries(reader, ctx))
    .where(ofLog(ctx, log))
    .where(markedBy(ctx, 'new', entryId))
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

export async function getEntry(ctx: Ctx, entryId: string): Promise<{ entry: entries.EntryView }> {
  const row = await findEntry(ctx.deps.db, ctx, entryId);
  const [entry] = await entryViews(ctx.deps.db, ctx, [row]);
  if (!entry) throw notFound('得分记录');
  return { entry };
}
