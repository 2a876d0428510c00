import { type RawBuilder, sql } from 'kysely';
import { dayOf, periodColumns, takesWork } from './period-times.ts';
import type { SupervisionView } from './supervision-view.ts';

/** Which periods, and who and what is there when they ask. */
export interface Asked {
  readonly periods: RawBuilder<unknown>;
  /** Who serves, of `membership m` and `officer o`. */
  readonly serves: RawBuilder<boolean>;
  /** Which units there are, of `unit u`. */
  readonly exists: RawBuilder<boolean>;
}

/** Periods in which something can still be handed in, and whose last day for it is near or over. */
const pressing = (view: SupervisionView): Asked => ({
  serves: sql<boolean>`m.to_on is null and o.left_on is null`,
  exists: sql<boolean>`u.abolished_on is null`,
  periods: sql`
  ${periodColumns(view)}
  where p.bureau_id = ${view.bureauId} and not p.back_entry and p.discarded_at is null
    and ${dayOf(view, sql`p.submit_by - interval '1 millisecond'`)} <= ${view.near.nothingSubmitted ?? view.late.nothingSubmitted}::date
    and p.state <> 'draft' and ${takesWork(view)}`,
});

/** One period, whatever has become of it, as it was at its end (§7): who handed in nothing stays so in its history. */
export function onePeriod(view: SupervisionView, periodId: string): Asked {
  const day = sql`(select least(to_on, ${view.today}::date) from period where id = ${periodId})`;
  return {
    periods: sql`${periodColumns(view)} where p.bureau_id = ${view.bureauId} and p.id = ${periodId}`,
    serves: sql<boolean>`m.from_on <= ${day} and (m.to_on is null or m.to_on >= ${day})
      and (o.left_on is null or o.left_on > ${day})`,
    exists: sql<boolean>`(u.abolished_on is null or u.abolished_on > ${day})`,
  };
}

/**
 * Units below a method's unit and, where it names sequences, at or below a member of them. Decided once a unit (`offset
 * 0` keeps it from being decided again for every officer).
 */
const unitsInScope = (view: SupervisionView, periods: RawBuilder<unknown>) => sql`
  select p.*, u.id as unit_id, u.path from (
    select p.*, (select array_agg(mu.path) from ranking_sequence_member sm
      join ranking_sequence s on s.id = sm.sequence_id join unit mu on mu.id = sm.unit_id
      where s.bureau_id = ${view.bureauId} and s.year = p.in_year and s.code = any(p.sequence_codes)
    ) as member_paths from (${periods}) p where p.appraises ? 'officer' offset 0) p
  join unit u on u.bureau_id = ${view.bureauId} and starts_with(u.path, p.scope_path)
  where p.sequence_codes = '{}'
    or exists (select from unnest(p.member_paths) member(path) where starts_with(u.path, member.path))
  offset 0`;

/** Nothing handed in and nothing credited: a deduction that somebody else booked is no work reported. */
const nothingOf = (subject: RawBuilder<unknown>, view: SupervisionView) => sql`
  not exists (select from submission s where s.bureau_id = ${view.bureauId} and s.subject_id = ${subject}
              and s.period_id = p.id and s.state <> 'withdrawn')
  and not exists (select from ledger_entry e where e.bureau_id = ${view.bureauId} and e.period_id = p.id
                  and e.subject_id = ${subject} and coalesce(e.booked_points, 0) >= 0 and e.kind <> 'reversal')`;

interface Owing {
  readonly kind: 'officer' | 'unit';
  readonly subject: RawBuilder<unknown>;
  readonly path: RawBuilder<unknown>;
}
/** Of a special operation its subjects (P8), in a pilot those switched on at the end of the period (P20): nobody else owes. */
const takesPart = (view: SupervisionView, { kind, subject, path }: Owing) => sql`
  (not exists (select from operation op where op.period_id = p.id)
    or exists (select from operation_subject os
               where os.period_id = p.id and os.subject_kind = ${kind} and os.subject_id = ${subject}))
  and (not exists (select from unit_activation a where a.bureau_id = ${view.bureauId})
    or exists (select from unit_activation a join unit au on au.id = a.unit_id
               where a.bureau_id = p.bureau_id and starts_with(${path}, au.path)
                 and a.from_on <= p.to_on and (a.to_on is null or a.to_on >= p.to_on)))`;

/** Who is appraised in some periods and has handed in nothing; usually those in which there is time left to press. */
export const nothingSubmitted = (
  view: SupervisionView,
  { periods, serves, exists }: Asked = pressing(view),
): RawBuilder<unknown> => sql`(
  -- Once, and put together by unit: few rows to match, however few units the planner expects.
  with served as materialized (
    select m.unit_id, array_agg(m.officer_id) as officer_ids
    from membership m join officer o on o.id = m.officer_id and o.category = 'officer'
    where m.bureau_id = ${view.bureauId} and ${serves} group by 1)
  select 'nothingSubmitted' as kind, concat('nothingSubmitted/', p.id, '/', o.officer_id) as key,
    p.unit_id, p.path, o.officer_id, p.rule_set_id, p.id as period_id, null::int as year,
    1 as n, null::int as overdue, p.submit_by as since_at, p.due as since, null::date as until, null::uuid as work_id, p.label
  from (${unitsInScope(view, periods)}) p
  join served on served.unit_id = p.unit_id
  cross join lateral unnest(served.officer_ids) o(officer_id)
  where ${nothingOf(sql`o.officer_id`, view)}
    and ${takesPart(view, { kind: 'officer', subject: sql`o.officer_id`, path: sql`p.path` })}
  union all
  select 'nothingSubmitted', concat('nothingSubmitted/', p.id, '/', u.id), u.id, u.path, null::uuid, p.rule_set_id, p.id,
    null::int, 1, null::int, p.submit_by, p.due, null::date, null::uuid, p.label
  from (${periods}) p
  join unit u on u.bureau_id = ${view.bureauId} and starts_with(u.path, p.scope_path)
    and ${exists}
  where p.appraises ? 'unit' and exists (
      select from ranking_sequence_member sm join ranking_sequence s on s.id = sm.sequence_id
      where sm.unit_id = u.id and not sm.exempt and s.bureau_id = ${view.bureauId} and s.year = p.in_year
        and (p.sequence_codes = '{}' or s.code = any(p.sequence_codes)))
    and ${nothingOf(sql`u.id`, view)} and ${takesPart(view, { kind: 'unit', subject: sql`u.id`, path: sql`u.path` })})`;
