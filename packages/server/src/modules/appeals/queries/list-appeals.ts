import type { appeals } from '@mingji/contract';
import { scopeOf } from '@mingji/engine';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import { scopeFilter } from '../../../db/scope-filter.ts';
import { appealTables, appealViews } from './appeal-rows.ts';

type Filter = z.output<typeof appeals.listAppeals.query>;

/** Open ones first by the day the answer is due, then the newest. */
export async function listAppeals(ctx: Ctx, filter: Filter) {
  const { db } = ctx.deps;
  const view = { mine, toAnswer, all }[filter.view](ctx);
  const where = filter.state === undefined ? view : sql<boolean>`${view} and a.state = ${filter.state}`;
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

const columns = {
  unitPath: sql<string>`su.path`,
  ownerUnitPath: sql<string>`ou.path`,
  officerId: sql<string | null>`case when a.subject_kind = 'officer' then a.subject_id end`,
};

function mine({ actor }: Ctx): RawBuilder<boolean> {
  return sql<boolean>`(a.author_account_id = ${actor.accountId}
    or (a.subject_kind = 'officer' and a.subject_id = ${actor.officerId}::uuid))`;
}

/** Open, in reach, and neither scored nor filed by, nor about, the reader (§13). */
export function toAnswer({ actor }: Ctx): RawBuilder<boolean> {
  const { officerId: _self, ...reach } = columns;
  return sql<boolean>`(a.state = 'filed' and ${scopeFilter(scopeOf(actor, 'appeal.decide'), reach)}
    and a.scored_by_account_id <> ${actor.accountId} and a.author_account_id <> ${actor.accountId}
    and not (a.subject_kind = 'officer' and a.subject_id is not distinct from ${actor.officerId}::uuid))`;
}

function all(ctx: Ctx): RawBuilder<boolean> {
  return sql<boolean>`(${mine(ctx)} or a.scored_by_account_id = ${ctx.actor.accountId}
    or ${scopeFilter(scopeOf(ctx.actor, 'appeal.read'), columns)})`;
}
