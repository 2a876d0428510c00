import { scopeOf } from '@mingji/engine';
import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import { scopeFilter } from '../../db/scope-filter.ts';
import type { WorkPeriod } from '../ledger/index.ts';
import type { Waiting } from './urgency.ts';

/** A unit head's or clerk's view: how far the unit is in each open period (P10). */
export async function unitWork(ctx: Ctx, periods: readonly WorkPeriod[]): Promise<Waiting[]> {
  const open = periods.filter((period) => period.state !== 'draft' && period.state !== 'inNotice');
  const lines = await Promise.all(open.map((period) => lineOf(ctx, period)));
  return lines.flat();
}

async function lineOf(ctx: Ctx, period: WorkPeriod): Promise<Waiting[]> {
  const reach = scopeFilter(scopeOf(ctx.actor, 'submission.create'), { unitPath: sql<string>`u.path` });
  const { rows } = await sql<{ people: number; silent: number; submitted: number; returned: number }>`
    with people as (
      select o.id from officer o join membership m on m.officer_id = o.id and m.to_on is null
      join unit u on u.id = m.unit_id
      where o.bureau_id = ${ctx.actor.bureauId} and o.left_on is null and o.category = 'officer' and ${reach}
    ), work as (
      select s.subject_id, s.state from submission s join unit u on u.id = s.subject_unit_id
      where s.bureau_id = ${ctx.actor.bureauId} and s.period_id = ${period.id} and s.state <> 'withdrawn' and ${reach}
    )
    select (select count(*) from people) as people,
      (select count(*) from people where not exists (select from work where work.subject_id = people.id)) as silent,
      (select count(*) from work where state = 'submitted') as submitted,
      (select count(*) from work where state = 'returned') as returned`.execute(ctx.deps.db);
  const row = rows[0];
  if (!row || row.people === 0) return [];
  return [
    {
      key: `unit-${period.id}`,
      title: `${period.label}本单位填报`,
      detail: `${period.ruleSetName} · ${row.people} 人中 ${row.silent} 人尚未填报，待审核 ${row.submitted} 件，被退回 ${row.returned} 件`,
      ...(row.returned > 0 ? { count: row.returned } : {}),
      dueAt: period.state === 'open' ? period.submitBy : period.reviewBy,
      address: `/submissions?periodId=${period.id}`,
    },
  ];
}
