import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import { appealTables, toAnswer } from '../appeals/index.ts';
import { endOfDay } from '../periods/index.ts';
import { countByIndicator, waiting } from '../submissions/index.ts';
import type { Waiting } from './urgency.ts';

/** What waits for a reviewer: the queue by indicator with the review's deadline (P9). */
export async function queueByIndicator(ctx: Ctx): Promise<Waiting[]> {
  // What waits for a colleague is in the queue under 全部; here is what waits for this person.
  const mine = sql<boolean>`${waiting(ctx)}
    and (s.assignee_account_id is null or s.assignee_account_id = ${ctx.actor.accountId})`;
  const counts = await countByIndicator(ctx.deps.db, ctx, mine);
  if (counts.length === 0) return [];
  const { rows } = await sql<{ code: string; review_by: Date; oldest: Date }>`
    select s.indicator_code as code, min(s.review_due_at) as review_by, min(s.updated_at) as oldest
    from submission s join period p on p.id = s.period_id
    join unit su on su.id = s.subject_unit_id join unit ou on ou.id = s.owner_unit_id
    where s.bureau_id = ${ctx.actor.bureauId} and ${mine}
    group by s.indicator_code`.execute(ctx.deps.db);
  return counts.map(({ code, name, count }) => {
    const row = rows.find((each) => each.code === code);
    const days = row ? Math.floor((ctx.now.getTime() - row.oldest.getTime()) / 86_400_000) : 0;
    return {
      key: `queue-${code}`,
      title: `审核“${name}”`,
      detail: days > 0 ? `最早一件已等待 ${days} 天` : '今日新到',
      count,
      dueAt: row?.review_by ?? null,
      address: `/review?indicatorCode=${encodeURIComponent(code)}`,
    };
  });
}

/** Appeals this person may answer, by the day the answer is due (§13). */
export async function appealsToAnswer(ctx: Ctx): Promise<Waiting[]> {
  const { rows } = await sql<{ id: string; name: string; due: string; instance: number }>`
    select a.id, a.instance, coalesce(o.name, su.name) as name, a.answer_due_on as due from ${appealTables}
    left join officer o on a.subject_kind = 'officer' and o.id = a.subject_id
    where a.bureau_id = ${ctx.actor.bureauId} and ${toAnswer(ctx)}
    order by a.answer_due_on, a.filed_at limit 20`.execute(ctx.deps.db);
  return rows.map((row) => ({
    key: `appeal-${row.id}`,
    title: `答复${row.name}的${row.instance === 2 ? '二次复议' : '复议'}`,
    detail: row.instance === 2 ? '答复为终局' : '由原评分人以外的人员答复',
    dueAt: endOfDay(row.due, ctx.actor.timeZone),
    address: `/appeals/${row.id}`,
  }));
}
