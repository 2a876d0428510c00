import type { entries } from '@mingji/contract';
import { scopeOf } from '@mingji/engine';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import type { Reader } from '../../../db/database.ts';
import { likeText } from '../../../db/like-text.ts';
import { scopeFilter } from '../../../db/scope-filter.ts';
import { notFound } from '../../../refusal.ts';
import { markedBy } from '../acknowledge.ts';
import type { LedgerRow } from '../entry-facts.ts';
import { entryViews } from './entry-views.ts';

type Filter = z.output<typeof entries.listEntries.query>;

/** The score log (P13): newest first, of everybody the reader may see, or one of the reader's own logs. */
export async function listEntries(ctx: Ctx, filter: Filter) {
  const { db } = ctx.deps;
  const base = conditions(ctx, filter).reduce(
    (query, condition) => query.where(condition),
    readableEntries(db, ctx),
  );
  const { total } = await base.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await base
    .selectAll('entry')
    .$if(ofOneSubject(filter), (query) => query.orderBy('entry.at', 'desc'))
    .orderBy('entry.seq', 'desc')
    .limit(filter.pageSize)
    .offset((filter.page - 1) * filter.pageSize)
    .execute();
  return { items: await entryViews(db, ctx, rows), total, page: filter.page, pageSize: filter.pageSize };
}

/** One's own log is by the moment of booking; everybody's is by position, which is the same but for written-in months. */
const ofOneSubject = ({ log, subjectId }: Filter) =>
  log === 'mine' || log === 'unit' || subjectId !== undefined;

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
      : [sql<boolean>`exists (select from appeal where appeal.ledger_entry_id = entry.id)`]),
    ...(filter.text ? [withWords(ctx, filter.text)] : []),
  ];
}

/** Whose it is, by name, police number or unit; or the reason it was booked for. */
function withWords({ actor }: Ctx, text: string): RawBuilder<boolean> {
  return sql<boolean>`(entry.reason ilike ${likeText(text)}
    or entry.subject_id in (
      select id from officer where bureau_id = ${actor.bureauId}
        and (name ilike ${likeText(text)} or police_no = ${text})
      union all select id from unit where bureau_id = ${actor.bureauId} and name ilike ${likeText(text)})
    or entry.subject_unit_id in (
      select id from unit where bureau_id = ${actor.bureauId} and name ilike ${likeText(text)}))`;
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
  const row = await readableEntries(reader, ctx)
    .selectAll('entry')
    .where('entry.id', '=', entryId)
    .executeTakeFirst();
  if (!row) throw notFound('得分记录');
  return row;
}

/** What is in reach, and what the reader booked himself. */
export function readableEntries(reader: Reader, { actor }: Ctx) {
  const inScope = scopeFilter(scopeOf(actor, 'entry.read'), {
    unitPath: sql<string>`subject_unit.path`,
    ownerUnitPath: sql<string>`owner_unit.path`,
    officerId: sql<string | null>`case when entry.subject_kind = 'officer' then entry.subject_id end`,
  });
  return reader
    .selectFrom('ledger_entry as entry')
    .innerJoin('unit as subject_unit', 'subject_unit.id', 'entry.subject_unit_id')
    .leftJoin('unit as owner_unit', 'owner_unit.id', 'entry.owner_unit_id')
    .where('entry.bureau_id', '=', actor.bureauId)
    .where(sql<boolean>`(${inScope} or entry.by_account_id = ${actor.accountId})`);
}

/** New entries of one's own and of one's units in periods that are not sealed yet. */
export async function countUnread(reader: Reader, ctx: Ctx, log: 'mine' | 'unit'): Promise<number> {
  const { n } = await readableEntries(reader, ctx)
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
