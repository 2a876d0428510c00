import { type RawBuilder, sql } from 'kysely';
import type { SupervisionView } from './supervision-view.ts';

/**
 * Every branch finds one kind of matter with the same columns: kind, key, unit_id and path of who is late, officer_id,
 * rule_set_id, period_id, year, n (how many pieces), since_at, since (its local day), work_id, label.
 */
type Source = (view: SupervisionView) => RawBuilder<unknown>;

const local = (view: SupervisionView, instant: RawBuilder<Date>) =>
  sql<string>`((${instant}) at time zone ${view.timeZone})::date`;
const thisYear = (view: SupervisionView) => Number(view.today.slice(0, 4));

/** Where the holder of a target serves now; a unit holds its own. */
const targetHolder = sql`
  join rule_set_version v on v.id = t.rule_set_version_id
  join rule_set r on r.id = v.rule_set_id
  join unit ru on ru.id = r.unit_id
  left join officer o on o.id = t.officer_id
  left join membership ms on ms.officer_id = t.officer_id and ms.to_on is null
  join unit h on h.id = coalesce(ms.unit_id, t.unit_id)`;

/** Issued and read by nobody of its holder; what the method's own office holds for itself it need not open. */
const targetUnopened: Source = (view) => sql`
  select 'targetUnopened' as kind,
    concat('targetUnopened/', v.rule_set_id, '/', t.year, '/', coalesce(t.officer_id, t.unit_id)) as key,
    h.id as unit_id, h.path, t.officer_id, v.rule_set_id, null::uuid as period_id, t.year::int as year,
    count(*)::int as n, min(t.issued_at) as since_at, min(${local(view, sql`t.issued_at`)}) as since,
    null::uuid as work_id, null::text as label
  from target t ${targetHolder}
  where t.bureau_id = ${view.bureauId} and t.state = 'issued' and t.opened_at is null and t.year >= ${thisYear(view)}
    and o.left_on is null and h.abolished_on is null
    and not (t.parent_id is null and t.officer_id is null and h.id = r.unit_id)
  group by h.id, h.path, t.officer_id, t.unit_id, v.rule_set_id, t.year`;

/** Only where a method appraises officers must a unit's quantity end at named ones (P5). */
const targetNotHandedDown: Source = (view) => sql`
  select 'targetNotHandedDown' as kind,
    concat('targetNotHandedDown/', w.rule_set_id, '/', t.year, '/', t.unit_id) as key,
    h.id as unit_id, h.path, null::uuid as officer_id, w.rule_set_id, null::uuid as period_id, t.year::int as year,
    count(*)::int as n, min(t.issued_at) as since_at, min(${local(view, sql`t.issued_at`)}) as since,
    null::uuid as work_id, null::text as label
  from target t
  join (select v.id, v.rule_set_id from rule_set_version v
        where v.bureau_id = ${view.bureauId} and v.content->'appraises' ? 'officer') w on w.id = t.rule_set_version_id
  join unit h on h.id = t.unit_id
  left join lateral (select sum(c.quantity) as handed from target c
                     where c.parent_id = t.id and c.state = 'issued') parts on true
  where t.bureau_id = ${view.bureauId} and t.state = 'issued' and t.officer_id is null and t.year >= ${thisYear(view)}
    and h.abolished_on is null and t.quantity > t.kept + coalesce(parts.handed, 0)
  group by h.id, h.path, t.unit_id, w.rule_set_id, t.year`;

/** Periods that still run and whose last day for handing in is near or over. */
const pressingPeriods = (view: SupervisionView) => sql`
  select p.id, p.bureau_id, p.label, p.to_on, p.submit_by, v.rule_set_id, r.sequence_codes, ru.path as scope_path,
    v.content->'appraises' as appraises, ${local(view, sql`p.submit_by - interval '1 millisecond'`)} as due
  from period p join rule_set_version v on v.id = p.rule_set_version_id
  join rule_set r on r.id = v.rule_set_id join unit ru on ru.id = r.unit_id
  where p.bureau_id = ${view.bureauId} and p.state in ('open', 'submissionClosed', 'reviewing')
    and ${local(view, sql`p.submit_by - interval '1 millisecond'`)} <= ${view.near.nothingSubmitted ?? view.late.nothingSubmitted}::date`;

/**
 * Units below a method's unit and, where it names sequences, at or below a member of them. Decided once a unit (`offset
 * 0` keeps it from being decided again for every officer).
 */
const unitsInScope = (view: SupervisionView) => sql`
  select p.*, u.id as unit_id, u.path from (
    select p.*, (select array_agg(mu.path) from ranking_sequence_member sm
      join ranking_sequence s on s.id = sm.sequence_id join unit mu on mu.id = sm.unit_id
      where s.bureau_id = ${view.bureauId} and s.year = ${thisYear(view)} and s.code = any(p.sequence_codes)
    ) as member_paths from (${pressingPeriods(view)}) p where p.appraises ? 'officer' offset 0) p
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

const nothingSubmitted: Source = (view) => sql`
  select 'nothingSubmitted' as kind, concat('nothingSubmitted/', p.id, '/', o.id) as key,
    p.unit_id, p.path, o.id as officer_id, p.rule_set_id, p.id as period_id, null::int as year,
    1 as n, p.submit_by as since_at, p.due as since, null::uuid as work_id, p.label
  from (${unitsInScope(view)}) p
  join membership m on m.unit_id = p.unit_id and m.to_on is null and m.bureau_id = ${view.bureauId}
  join officer o on o.id = m.officer_id and o.left_on is null and o.category = 'officer'
  where ${nothingOf(sql`o.id`, view)} and ${takesPart(view, { kind: 'officer', subject: sql`o.id`, path: sql`p.path` })}
  union all
  select 'nothingSubmitted', concat('nothingSubmitted/', p.id, '/', u.id), u.id, u.path, null::uuid, p.rule_set_id, p.id,
    null::int, 1, p.submit_by, p.due, null::uuid, p.label
  from (${pressingPeriods(view)}) p
  join unit u on u.bureau_id = ${view.bureauId} and u.abolished_on is null and starts_with(u.path, p.scope_path)
  where p.appraises ? 'unit' and exists (
      select from ranking_sequence_member sm join ranking_sequence s on s.id = sm.sequence_id
      where sm.unit_id = u.id and not sm.exempt and s.bureau_id = ${view.bureauId} and s.year = ${thisYear(view)}
        and (p.sequence_codes = '{}' or s.code = any(p.sequence_codes)))
    and ${nothingOf(sql`u.id`, view)} and ${takesPart(view, { kind: 'unit', subject: sql`u.id`, path: sql`u.path` })}`;

/** Once a version: what came back a second time is a matter of its own. */
const returnedNotCorrected: Source = (view) => sql`
  select 'returnedNotCorrected' as kind, concat('returnedNotCorrected/', s.id, '/', s.latest_version) as key,
    u.id as unit_id, u.path, case when s.subject_kind = 'officer' then s.subject_id end as officer_id, v.rule_set_id,
    p.id as period_id, null::int as year, 1 as n, s.decided_at as since_at,
    ${local(view, sql`s.decided_at`)} as since, s.id as work_id, sv.title as label
  from submission s join period p on p.id = s.period_id and p.state <> 'sealed'
  join rule_set_version v on v.id = p.rule_set_version_id
  join unit u on u.id = s.subject_unit_id
  join submission_version sv on sv.submission_id = s.id and sv.version = s.latest_version
  where s.bureau_id = ${view.bureauId} and s.state = 'returned' and s.decided_at is not null`;

/** What a department has on its desk of one period: begun when the oldest piece came in. */
const unreviewed: Source = (view) => sql`
  select 'unreviewed' as kind, concat('unreviewed/', p.id, '/', u.id) as key, u.id as unit_id, u.path,
    null::uuid as officer_id, v.rule_set_id, p.id as period_id, null::int as year, count(*)::int as n,
    min(s.updated_at) as since_at,
    case when p.review_by < ${view.today}::date::timestamp at time zone ${view.timeZone}
      then least(${view.late.unreviewed}::date, min(${local(view, sql`s.updated_at`)}))
      else min(${local(view, sql`s.updated_at`)}) end as since,
    null::uuid as work_id, p.label
  from submission s join period p on p.id = s.period_id and p.state <> 'sealed'
  join rule_set_version v on v.id = p.rule_set_version_id
  join unit u on u.id = s.owner_unit_id
  where s.bureau_id = ${view.bureauId} and s.state = 'submitted'
  group by u.id, u.path, p.id, p.label, p.review_by, v.rule_set_id`;

const appealUnanswered: Source = (view) => sql`
  select 'appealUnanswered' as kind, concat('appealUnanswered/', a.id) as key, u.id as unit_id, u.path,
    null::uuid as officer_id, v.rule_set_id, p.id as period_id, null::int as year, 1 as n, a.filed_at as since_at,
    a.answer_due_on as since, a.id as work_id, p.label
  from appeal a join period p on p.id = a.period_id
  join rule_set_version v on v.id = p.rule_set_version_id
  join rule_set method on method.id = v.rule_set_id
  -- A second instance is not the department's to answer, but theirs who run the method (§13).
  join unit u on u.id = case a.instance when 1 then a.owner_unit_id else method.unit_id end
  where a.bureau_id = ${view.bureauId} and a.state = 'filed'`;

/** Owed since the result was published (P16); what came back is owed again, once a version. */
const writtenReviewOverdue: Source = (view) => sql`
  select 'writtenReviewOverdue' as kind, concat('writtenReviewOverdue/', w.id, '/', w.latest_version) as key,
    u.id as unit_id, u.path, case when w.subject_kind = 'officer' then w.subject_id end as officer_id, v.rule_set_id,
    p.id as period_id, null::int as year, 1 as n, w.due_on::timestamp at time zone ${view.timeZone} as since_at,
    w.due_on as since, w.id as work_id, concat(p.label, w.task) as label
  from written_review w join period p on p.id = w.period_id
  join rule_set_version v on v.id = p.rule_set_version_id
  left join membership ms on w.subject_kind = 'officer' and ms.officer_id = w.subject_id and ms.to_on is null
  join unit u on u.id = coalesce(ms.unit_id, w.subject_unit_id)
  where w.bureau_id = ${view.bureauId} and w.state in ('open', 'returned')`;

export const matterSources = {
  targetUnopened,
  targetNotHandedDown,
  nothingSubmitted,
  returnedNotCorrected,
  unreviewed,
  appealUnanswered,
  writtenReviewOverdue,
} as const;
