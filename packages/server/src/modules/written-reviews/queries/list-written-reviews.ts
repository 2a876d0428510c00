import type { writtenReviews } from '@mingji/contract';
import { scopeOf } from '@mingji/engine';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import { scopeFilter } from '../../../db/scope-filter.ts';
import { localDay } from '../../../local-day.ts';
import { reviewTables, reviewViews } from './review-rows.ts';

type Filter = z.output<typeof writtenReviews.listWrittenReviews.query>;

/** What is owed first, by its day; then what waits for a decision; what is settled last. */
export async function listWrittenReviews(ctx: Ctx, filter: Filter) {
  const { db } = ctx.deps;
  const where = conditions(ctx, filter);
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from ${reviewTables}
    where w.bureau_id = ${ctx.actor.bureauId} and ${where}`.execute(db);
  const items = await reviewViews(db, ctx, {
    where,
    orderBy: sql`array_position(array['open', 'returned', 'handedIn', 'accepted', 'cancelled'], w.state),
      case when w.state in ('accepted', 'cancelled') then null else w.due_on end, w.created_at desc, w.subject_code, w.id`,
    limit: filter.pageSize,
    offset: (filter.page - 1) * filter.pageSize,
  });
  return { items, total: rows[0]?.total ?? 0, page: filter.page, pageSize: filter.pageSize };
}

function conditions(ctx: Ctx, filter: Filter): RawBuilder<boolean> {
  const parts = [{ mine, toDecide, overdue, all }[filter.view](ctx)];
  if (filter.state !== undefined) parts.push(sql<boolean>`w.state = ${filter.state}`);
  if (filter.periodId !== undefined) parts.push(sql<boolean>`w.period_id = ${filter.periodId}`);
  if (filter.text) {
    const pattern = `%${filter.text.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(
      sql<boolean>`(w.subject_name like ${pattern} or w.subject_code like ${pattern} or u.name like ${pattern})`,
    );
  }
  return sql<boolean>`(${sql.join(parts, sql` and `)})`;
}

const officerId = sql<string | null>`case when w.subject_kind = 'officer' then w.subject_id end`;

/** What this person has to write: of himself, or of the unit he heads. */
export function mine({ actor }: Ctx): RawBuilder<boolean> {
  const { units } = scopeOf(actor, 'writtenReview.hand');
  return sql<boolean>`((w.subject_kind = 'officer' and w.subject_id = ${actor.officerId}::uuid)
    or (w.subject_kind = 'unit' and u.path = any(${[...units]}::text[])))`;
}

/** Handed in and within reach; a unit's own begins one level up, and nobody decides what he wrote. */
export function toDecide({ actor }: Ctx): RawBuilder<boolean> {
  const above = sql<string>`case when w.subject_kind = 'unit' then regexp_replace(u.path, '[^/]+/$', '') else u.path end`;
  return sql<boolean>`(w.state = 'handedIn'
    and ${scopeFilter(scopeOf(actor, 'writtenReview.decide'), { unitPath: above })}
    and w.handed_by is distinct from ${actor.accountId}::uuid
    and not (w.subject_kind = 'officer' and w.subject_id is not distinct from ${actor.officerId}::uuid))`;
}

function all({ actor }: Ctx): RawBuilder<boolean> {
  return scopeFilter(scopeOf(actor, 'outcome.read'), { unitPath: sql<string>`u.path`, officerId });
}

function overdue(ctx: Ctx): RawBuilder<boolean> {
  const today = localDay(ctx.now, ctx.actor.timeZone);
  return sql<boolean>`(w.state in ('open', 'returned') and w.due_on < ${today} and ${all(ctx)})`;
}
