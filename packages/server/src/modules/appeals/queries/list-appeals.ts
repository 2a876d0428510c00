import type { appeals } from '@mingji/contract';
import { scopeOf } from '@mingji/engine';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import { scopeFilter } from '../../../db/scope-filter.ts';
import { localDay } from '../../../local-day.ts';
import { toAnswer } from '../answering.ts';
import { appealTables, appealViews } from './appeal-rows.ts';

type Filter = z.output<typeof appeals.listAppeals.query>;

/** Open ones first by the day the answer is due, then the newest. */
export async function listAppeals(ctx: Ctx, filter: Filter) {
  const { db } = ctx.deps;
  const where = sql<boolean>`${sql.join(conditions(ctx, filter), sql` and `)}`;
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from ${appealTables}
    where a.bureau_id = ${ctx.actor.bureauId} and ${where}`.execute(db);
  const items = await appealViews(db, ctx, {
    where,
    orderBy: sql`a.state <> 'filed', case when a.state = 'filed' then a.answer_due_on end, a.filed_at desc, a.id`,
    limit: filter.pageSize,
    offset: (filter.page - 1) * filter.pageSize,
  });
  return { items, total: rows[0]?.total ?? 0, page: filter.page, pageSize: filter.pageSize };
}

function conditions(ctx: Ctx, filter: Filter): RawBuilder<boolean>[] {
  return [
    { mine, toAnswer, second, all }[filter.view](ctx),
    ...(filter.state === undefined ? [] : [sql<boolean>`a.state = ${filter.state}`]),
    ...(filter.overdue === undefined ? [] : [overdue(ctx)]),
    ...(filter.periodId === undefined ? [] : [sql<boolean>`a.period_id = ${filter.periodId}`]),
    ...(filter.ownerUnitId === undefined ? [] : [sql<boolean>`a.owner_unit_id = ${filter.ownerUnitId}`]),
  ];
}

function mine({ actor }: Ctx): RawBuilder<boolean> {
  return sql<boolean>`(a.author_account_id = ${actor.accountId}
    or (a.subject_kind = 'officer' and a.subject_id = ${actor.officerId}::uuid))`;
}

function second(ctx: Ctx): RawBuilder<boolean> {
  return sql<boolean>`(a.instance = 2 and ${all(ctx)})`;
}

/** Past its day and not answered: for the lists of those who watch over deadlines. */
export function overdue({ now, actor }: Ctx): RawBuilder<boolean> {
  return sql<boolean>`(a.state = 'filed' and a.answer_due_on < ${localDay(now, actor.timeZone)})`;
}

/** What the reader may see: in reach, filed by or about him, or against a score of his. */
export function readableAppeals({ actor }: Ctx): RawBuilder<boolean> {
  return scopeFilter(scopeOf(actor, 'appeal.read'), {
    unitPath: sql<string>`su.path`,
    ownerUnitPath: sql<string>`ou.path`,
    officerId: sql<string | null>`case when a.subject_kind = 'officer' then a.subject_id end`,
  });
}

function all(ctx: Ctx): RawBuilder<boolean> {
  return sql<boolean>`(${mine(ctx)} or a.scored_by_account_id = ${ctx.actor.accountId} or ${readableAppeals(ctx)})`;
}
