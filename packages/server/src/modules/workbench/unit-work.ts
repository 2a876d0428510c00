import { scopeOf } from '@mingji/engine';
import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import { scopeFilter } from '../../db/scope-filter.ts';
import type { WorkPeriod } from '../ledger/index.ts';
import { nothingSubmitted, onePeriod, supervisionView } from '../supervision/index.ts';
import type { Waiting } from './urgency.ts';

/** A unit head's or clerk's view: how far the unit is in each open period (P10). */
export async function unitWork(ctx: Ctx, periods: readonly WorkPeriod[]): Promise<Waiting[]> {
  const open = periods.filter((period) => period.state !== 'draft' && period.state !== 'inNotice');
  const lines = await Promise.all(open.map((period) => lineOf(ctx, period)));
  return lines.flat();
}

function lineOf(ctx: Ctx, period: WorkPeriod): Promise<Waiting[]> {
  return period.ruleSet.appraises.includes('officer') ? peopleLine(ctx, period) : unitLine(ctx, period);
}

/** P2: where only units are appraised nobody waits for officers; a method the unit is not in says nothing. */
async function unitLine(ctx: Ctx, period: WorkPeriod): Promise<Waiting[]> {
  const reach = scopeFilter(scopeOf(ctx.actor, 'submission.create'), { unitPath: sql<string>`u.path` });
  const { rows } = await sql<{ appraised: boolean; handed: number; submitted: number; returned: number }>`
    select exists (
        select from ranking_sequence_member m join ranking_sequence q on q.id = m.sequence_id
        join unit u on u.id = m.unit_id join period p on p.id = ${period.id}
        join rule_set_version v on v.id = p.rule_set_version_id join rule_set rs on rs.id = v.rule_set_id
        where q.subject_kind = 'unit' and q.year = extract(year from p.to_on)::int
          and (rs.sequence_codes = '{}' or q.code = any(rs.sequence_codes)) and ${reach}) as appraised,
      count(*) as handed,
      count(*) filter (where s.state = 'submitted') as submitted,
      count(*) filter (where s.state = 'returned') as returned
    from submission s join unit u on u.id = s.subject_unit_id
    where s.bureau_id = ${ctx.actor.bureauId} and s.period_id = ${period.id} and s.state <> 'withdrawn'
      and s.subject_kind = 'unit' and ${reach}`.execute(ctx.deps.db);
  const row = rows[0];
  if (!row || (!row.appraised && row.handed === 0)) return [];
  return [waiting(period, `已填报 ${row.handed} 件`, row)];
}

/** Who has handed in nothing is counted as the elevator counts it: only those the method appraises (P8, P10). */
async function peopleLine(ctx: Ctx, period: WorkPeriod): Promise<Waiting[]> {
  const { db } = ctx.deps;
  const { bureauId, timeZone } = ctx.actor;
  const reach = scopeFilter(scopeOf(ctx.actor, 'submission.create'), { unitPath: sql<string>`u.path` });
  const view = await supervisionView(db, { bureauId, timeZone, now: ctx.now });
  const asked = onePeriod(view, period.id);
  const serves = sql<boolean>`${asked.serves}
    and m.unit_id in (select u.id from unit u where u.bureau_id = ${bureauId} and ${reach})`;
  const { rows } = await sql<{ silent: number; submitted: number; returned: number }>`
    select (select count(*) from (${nothingSubmitted(view, { ...asked, serves })}) n
            where n.officer_id is not null) as silent,
      count(*) filter (where s.state = 'submitted') as submitted,
      count(*) filter (where s.state = 'returned') as returned
    from submission s join unit u on u.id = s.subject_unit_id
    where s.bureau_id = ${bureauId} and s.period_id = ${period.id} and ${reach}`.execute(db);
  const row = rows[0];
  if (!row) return [];
  const open = period.state === 'open' && period.submitBy.getTime() >= ctx.now.getTime();
  const silent = `${row.silent} 人${open ? '尚未填报' : '逾期未报'}`;
  return [waiting(period, row.silent === 0 ? '人人已有填报或得分' : silent, row)];
}

function waiting(
  period: WorkPeriod,
  handed: string,
  { submitted, returned }: { readonly submitted: number; readonly returned: number },
): Waiting {
  return {
    key: `unit-${period.id}`,
    title: `${period.label}本单位填报`,
    detail: `${period.ruleSetName} · ${handed}，待审核 ${submitted} 件，被退回 ${returned} 件`,
    ...(returned > 0 ? { count: returned } : {}),
    dueAt: period.state === 'open' ? period.submitBy : period.reviewBy,
    address: `/submissions?whose=all&periodId=${period.id}`,
  };
}
