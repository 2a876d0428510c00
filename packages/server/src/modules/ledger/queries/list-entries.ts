import type { entries } from '@mingji/contract';
import { scopeOf } from '@mingji/engine';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import type { Reader } from '../../../db/database.ts';
import { scopeFilter } from '../../../db/scope-filter.ts';
import { notFound } from '../../../refusal.ts';
import type { LedgerRow } from '../entry-facts.ts';
import { entryViews } from './entry-views.ts';

type Filter = z.output<typeof entries.listEntries.query>;

/** The score log (P13): newest first, of everybody the reader may see, or the reader's own. */
export async function listEntries(ctx: Ctx, filter: Filter) {
  const { db } = ctx.deps;
  const base = readableEntries(db, ctx)
    .$if(filter.mine === '1', (query) =>
      query.where('entry.subject_id', '=', ctx.actor.officerId ?? '00000000-0000-0000-0000-000000000000'),
    )
    .$if(filter.periodId !== undefined, (query) => query.where('entry.period_id', '=', filter.periodId ?? ''))
    .$if(filter.subjectId !== undefined, (query) =>
      query.where('entry.subject_id', '=', filter.subjectId ?? ''),
    )
    .$if(filter.indicatorCode !== undefined, (query) =>
      query.where('entry.indicator_code', '=', filter.indicatorCode ?? ''),
    )
    .$if(filter.source !== undefined, (query) => query.where('entry.source_kind', '=', filter.source ?? ''));
  const { total } = await base.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await base
    .selectAll('entry')
    .orderBy('entry.seq', 'desc')
    .limit(filter.pageSize)
    .offset((filter.page - 1) * filter.pageSize)
    .execute();
  return { items: await entryViews(db, ctx, rows), total, page: filter.page, pageSize: filter.pageSize };
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

function readableEntries(reader: Reader, { actor }: Ctx) {
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
    .where(inScope);
}

export async function getEntry(ctx: Ctx, entryId: string): Promise<{ entry: entries.EntryView }> {
  const row = await findEntry(ctx.deps.db, ctx, entryId);
  const [entry] = await entryViews(ctx.deps.db, ctx, [row]);
  if (!entry) throw notFound('得分记录');
  return { entry };
}
