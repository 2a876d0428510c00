import type { unitHome } from '@mingji/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';

type Period = unitHome.UnitHome['periods'][number];
type Row = Omit<Period, 'submitBy' | 'closed'> & { readonly submitBy: Date; readonly state: string };

/** What is open for the unit or its officers, with how much was handed in and what waits for them. */
export async function unitPeriods(
  ctx: Ctx,
  unit: { readonly id: string; readonly path: string },
): Promise<Period[]> {
  const { rows } = await sql<Row>`
    select p.id as "periodId", p.label, rs.name as "ruleSetName", p.kind = 'special' as special, p.state, ranked.itself as appraised,
           p.submit_by as "submitBy", w.submitted, w.waiting, w.returned, w.accepted, w."officersSubmitted",
           w."officersReturned"
    from period p join rule_set_version v on v.id = p.rule_set_version_id join rule_set rs on rs.id = v.rule_set_id
    join unit method on method.id = rs.unit_id
    cross join lateral (
      select count(*) filter (where own and s.state <> 'withdrawn')::int as submitted,
             count(*) filter (where own and s.state = 'submitted')::int as waiting,
             count(*) filter (where own and s.state = 'returned')::int as returned,
             count(*) filter (where own and s.state = 'accepted')::int as accepted,
             count(*) filter (where not own and s.state <> 'withdrawn')::int as "officersSubmitted",
             count(*) filter (where not own and s.state = 'returned')::int as "officersReturned"
      from (select s.state, s.subject_kind = 'unit' and s.subject_id = ${unit.id} as own
            from submission s join unit u on u.id = s.subject_unit_id
            where s.bureau_id = p.bureau_id and s.period_id = p.id and starts_with(u.path, ${unit.path})
              and (s.subject_kind = 'officer' or s.subject_id = ${unit.id})) s) w
    cross join lateral (
      select v.content->'appraises' @> '["unit"]' and case when p.kind = 'special'
        then exists (select from operation_subject s where s.period_id = p.id and s.subject_id = ${unit.id})
        else exists (
          select from ranking_sequence_member m join ranking_sequence q on q.id = m.sequence_id
          where m.unit_id = ${unit.id} and q.subject_kind = 'unit' and q.year = extract(year from p.to_on)::int
            and (rs.sequence_codes = '{}' or q.code = any(rs.sequence_codes))) end as itself) ranked
    where p.bureau_id = ${ctx.actor.bureauId} and p.state in ('open', 'submissionClosed', 'reviewing')
      and starts_with(${unit.path}, method.path)
      and (w.submitted + w."officersSubmitted" > 0 or ranked.itself)
      and (not exists (select from operation o where o.period_id = p.id) or exists (
        select from operation_subject s left join membership m on m.officer_id = s.subject_id and m.to_on is null
        left join unit u on u.id = m.unit_id
        where s.period_id = p.id and (s.subject_id = ${unit.id} or starts_with(u.path, ${unit.path}))))
    order by p.submit_by, rs.code limit 20`.execute(ctx.deps.db);
  return rows.map(({ state, submitBy, ...row }) => ({
    ...row,
    submitBy: submitBy.toISOString(),
    closed: state !== 'open' || submitBy.getTime() <= ctx.now.getTime(),
  }));
}
