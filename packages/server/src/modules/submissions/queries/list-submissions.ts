import type { submissions } from '@mingji/contract';
import { scopeOf } from '@mingji/engine';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import { scopeFilter } from '../../../db/scope-filter.ts';
import { submissionTables, submissionViews } from './submission-rows.ts';

type Filter = z.output<typeof submissions.listSubmissions.query>;

/** Newest first: the reader's own, or all in the reader's scope. */
export async function listSubmissions(ctx: Ctx, filter: Filter) {
  const { db } = ctx.deps;
  const where = sql<boolean>`${sql.join(conditions(ctx, filter), sql` and `)}`;
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from ${submissionTables}
    where s.bureau_id = ${ctx.actor.bureauId} and ${where}`.execute(db);
  const items = await submissionViews(db, ctx, {
    where,
    orderBy: sql`s.updated_at desc, s.id`,
    limit: filter.pageSize,
    offset: (filter.page - 1) * filter.pageSize,
  });
  return { items, total: rows[0]?.total ?? 0, page: filter.page, pageSize: filter.pageSize };
}

function conditions(ctx: Ctx, filter: Filter): RawBuilder<boolean>[] {
  const parts = [filter.mine === '1' ? mine(ctx) : sql<boolean>`(${mine(ctx)} or ${inScope(ctx)})`];
  if (filter.state !== undefined) parts.push(sql<boolean>`s.state = ${filter.state}`);
  if (filter.periodId !== undefined) parts.push(sql<boolean>`s.period_id = ${filter.periodId}`);
  if (filter.indicatorCode !== undefined)
    parts.push(sql<boolean>`s.indicator_code = ${filter.indicatorCode}`);
  if (filter.text) parts.push(sql<boolean>`position(${filter.text} in v.title || ' ' || v.description) > 0`);
  return parts;
}

/** What I handed in, or what concerns me. */
function mine({ actor }: Ctx): RawBuilder<boolean> {
  return sql<boolean>`(s.author_account_id = ${actor.accountId}
    or (s.subject_kind = 'officer' and s.subject_id = ${actor.officerId}::uuid))`;
}

export function inScope({ actor }: Ctx): RawBuilder<boolean> {
  return scopeFilter(scopeOf(actor, 'submission.read'), {
    unitPath: sql<string>`su.path`,
    ownerUnitPath: sql<string>`ou.path`,
    officerId: sql<string | null>`case when s.subject_kind = 'officer' then s.subject_id end`,
  });
}
