import type { reviewDuties } from '@mingji/contract';
import { scopeOf } from '@mingji/engine';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import { scopeFilter } from '../../../db/scope-filter.ts';
import { localDay } from '../../../local-day.ts';
import { Refusal } from '../../../refusal.ts';
import { endOfDay } from '../../periods/index.ts';

type Filter = z.output<typeof reviewDuties.getReviewLoad.query>;
type Answer = z.input<typeof reviewDuties.getReviewLoad.response>;
interface Row {
  readonly unit_id: string;
  readonly unit_name: string;
  readonly account_id: string | null;
  readonly account_name: string | null;
  /** 1: the line of the whole unit. */
  readonly of_unit: number;
  readonly away_until: string | null;
  readonly waiting: number;
  readonly overdue: number;
  readonly taken: number;
  readonly decided: number;
  readonly returned: number;
  readonly median_hours: string | null;
}

const DAY = 86_400_000;
const LONGEST = 400 * DAY;

/** Who has how much, who is late, how fast it goes (审核负荷): per reviewer and per owner unit, in reach only. */
export async function getReviewLoad(ctx: Ctx, { from, to }: Filter): Promise<Answer> {
  if (to < from)
    throw new Refusal('invalid', '结束日期不能早于开始日期', [{ path: 'to', message: '早于开始日期' }]);
  const begins = new Date(endOfDay(from, ctx.actor.timeZone).getTime() - DAY);
  const ends = endOfDay(to, ctx.actor.timeZone);
  if (ends.getTime() - begins.getTime() > LONGEST) {
    throw new Refusal('invalid', '一次最多统计 400 天，请缩短时间段。', [
      { path: 'to', message: '最多 400 天' },
    ]);
  }
  const rows = await loadRows(ctx, begins, ends);
  return {
    from,
    to,
    lines: rows
      .filter((row) => row.of_unit === 0)
      .slice(0, 1000)
      .map(present),
    units: rows
      .filter((row) => row.of_unit === 1)
      .slice(0, 200)
      .map(present),
  };
}

function present(row: Row): reviewDuties.LoadLine {
  const reviewer = row.account_id === null ? null : { id: row.account_id, name: row.account_name ?? '' };
  return {
    unit: { id: row.unit_id, name: row.unit_name },
    reviewer,
    awayUntil: reviewer ? row.away_until : null,
    waiting: row.waiting,
    overdue: row.overdue,
    taken: row.taken,
    decided: row.decided,
    returned: row.returned,
    medianHours: row.median_hours,
  };
}

async function loadRows(ctx: Ctx, begins: Date, ends: Date): Promise<Row[]> {
  const { bureauId, timeZone } = ctx.actor;
  const path = sql<string>`u.path`;
  const reach = scopeFilter(scopeOf(ctx.actor, 'review.assign'), { unitPath: path, ownerUnitPath: path });
  const today = localDay(ctx.now, timeZone);
  const { rows } = await sql<Row>`
    with facts as (
      select s.owner_unit_id as unit_id, s.assignee_account_id as account_id, 1 as waiting,
             (s.review_due_at < ${ctx.now})::int as overdue,
             (s.taken_until > ${ctx.now})::int as taken, 0 as decided, 0 as returned, null::float8 as hours
      from submission s where s.bureau_id = ${bureauId} and s.state = 'submitted'
      union all
      select s.owner_unit_id, e.account_id, 0, 0, 0, 1, (e.action = 'return')::int,
             extract(epoch from e.at - v.at) / 3600
      from work_event e join submission s on s.id = e.work_id
      left join submission_version v on v.submission_id = s.id and v.version = e.version
      where e.bureau_id = ${bureauId} and e.work_kind = 'submission' and e.action in ('accept', 'return')
        and e.at >= ${begins} and e.at < ${ends}
      union all
      select r.unit_id, a.id, 0, 0, 0, 0, 0, null
      from account_role r join account a on a.id = r.account_id
      where a.bureau_id = ${bureauId} and a.state = 'active' and r.role = 'reviewer'
    )
    select u.id as unit_id, u.name as unit_name, f.account_id,
           case when f.account_id is not null then max(a.display_name) end as account_name,
           grouping(f.account_id) as of_unit,
           (select max(h.to_on) from review_handover h where h.account_id = f.account_id
              and h.state in ('planned', 'running') and h.from_on <= ${today} and h.to_on >= ${today}) as away_until,
           coalesce(sum(f.waiting), 0)::int as waiting, coalesce(sum(f.overdue), 0)::int as overdue,
           coalesce(sum(f.taken), 0)::int as taken, coalesce(sum(f.decided), 0)::int as decided,
           coalesce(sum(f.returned), 0)::int as returned,
           round((percentile_cont(0.5) within group (order by f.hours))::numeric, 1)::text as median_hours
    from facts f join unit u on u.id = f.unit_id left join account a on a.id = f.account_id
    where ${reach}
    group by grouping sets ((u.id, u.name, u.path, f.account_id), (u.id, u.name, u.path))
    having sum(f.waiting) + sum(f.decided) > 0 or f.account_id is not null or grouping(f.account_id) = 1
    order by u.path, waiting desc, account_name`.execute(ctx.deps.db);
  return rows;
}
