import { scopeOf } from '@mingji/engine';
import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import { scopeFilter } from '../../db/scope-filter.ts';
import type { Waiting } from './urgency.ts';

/** Re-checks given to this person, draw by draw (X10). */
export async function rechecksToDecide(ctx: Ctx): Promise<Waiting[]> {
  const { rows } = await sql<{ id: string; title: string; count: number }>`
    select d.id, d.title, count(*) as count from recheck_case c join recheck_draw d on d.id = c.draw_id
    where c.bureau_id = ${ctx.actor.bureauId} and c.assignee_account_id = ${ctx.actor.accountId}
      and c.state = 'assigned'
    group by d.id, d.title, d.drawn_at order by d.drawn_at limit 20`.execute(ctx.deps.db);
  return rows.map(({ id, title, count }) => ({
    key: `recheck-${id}`,
    title: `抽查复核“${title}”`,
    detail: '由您复核，请核对证据后作出结论',
    count,
    dueAt: null,
    address: '/rechecks?view=mine',
  }));
}

/** For who arranges reviews: what waits too long in the departments below (P9). */
export async function overdueReviews(ctx: Ctx): Promise<Waiting[]> {
  const reach = scopeFilter(scopeOf(ctx.actor, 'review.arrange'), { unitPath: sql<string>`ou.path` });
  const { rows } = await sql<{ count: number; units: number; oldest: Date | null }>`
    select count(*) as count, count(distinct s.owner_unit_id) as units, min(s.review_due_at) as oldest
    from submission s join unit ou on ou.id = s.owner_unit_id
    where s.bureau_id = ${ctx.actor.bureauId} and s.state = 'submitted' and s.review_due_at < ${ctx.now}
      and ${reach}`.execute(ctx.deps.db);
  const [row] = rows;
  if (!row || row.count === 0) return [];
  const reviews = ctx.actor.grants.some(({ role }) => role === 'reviewer' || role === 'office');
  return [
    {
      key: 'overdue-reviews',
      title: '超过审核时限的填报',
      detail: row.units > 1 ? `涉及 ${row.units} 个归口部门，可以改派` : '可以改派给本部门其他审核人',
      count: row.count,
      dueAt: row.oldest,
      address: reviews ? '/review-load' : '/department-review',
    },
  ];
}
