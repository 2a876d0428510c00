import type { reviewDuties } from '@mingji/contract';
import { scopeOf } from '@mingji/engine';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import { scopeFilter } from '../../../db/scope-filter.ts';
import { submissionTables, submissionViews } from './submission-rows.ts';

type Filter = z.output<typeof reviewDuties.listWaiting.query>;

/** What waits for one reviewer of a unit, or there for nobody in particular: to be given to others (P9). */
export async function listWaiting(ctx: Ctx, filter: Filter) {
  const { db } = ctx.deps;
  const path = sql<string>`ou.path`;
  const reach = scopeFilter(scopeOf(ctx.actor, 'review.assign'), { unitPath: path, ownerUnitPath: path });
  const where = sql<boolean>`s.state = 'submitted' and s.owner_unit_id = ${filter.unitId} and ${reach}
    and s.assignee_account_id is not distinct from ${filter.accountId ?? null}::uuid
    and (${filter.overdue ?? null}::text is null or s.review_due_at < ${ctx.now})`;
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from ${submissionTables}
    where s.bureau_id = ${ctx.actor.bureauId} and ${where}`.execute(db);
  const items = await submissionViews(db, ctx, {
    where,
    orderBy: sql`s.review_due_at nulls last, s.updated_at, s.id`,
    limit: filter.pageSize,
    offset: (filter.page - 1) * filter.pageSize,
  });
  return { items, total: rows[0]?.total ?? 0, page: filter.page, pageSize: filter.pageSize };
}
