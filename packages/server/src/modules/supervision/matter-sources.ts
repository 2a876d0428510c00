import { type RawBuilder, sql } from 'kysely';
import { nothingSubmitted } from './nothing-submitted.ts';
import { closedBooks, dayOf, lastMoment, takesCorrections, takesReviews } from './period-times.ts';
import type { SupervisionView } from './supervision-view.ts';

/**
 * Every branch finds one kind of matter with the same columns: kind, key, unit_id and path of who is late, officer_id,
 * rule_set_id, period_id, year, n (how many pieces), overdue (how many of them are late, where that is counted), since_at, since (its local
 * day), until (its last day whatever the allowance, where it has one), work_id, label.
 */
type Source = (view: SupervisionView) => RawBuilder<unknown>;

const thisYear = (view: SupervisionView) => Number(view.today.slice(0, 4));

/**
 * Issued and read by nobody of its holder, who is where he serves now; what the method's own office holds for itself it
 * need not open. Put together by holder before anything is looked up.
 */
const targetUnopened: Source = (view) => sql`
  select 'targetUnopened' as kind,
    concat('targetUnopened/', v.rule_set_id, '/', t.year, '/', coalesce(t.officer_id, t.unit_id)) as key,
    h.id as unit_id, h.path, t.officer_id, v.rule_set_id, null::uuid as period_id, t.year,
    sum(t.n)::int as n, null::int as overdue, min(t.since_at) as since_at,
    min(${dayOf(view, sql`t.since_at`)}) as since, null::date as until, null::uuid as work_id, null::text as label
  from (
    select rule_set_version_id, year::int as year, unit_id, officer_id, parent_id is null as first, count(*) as n,
      min(issued_at) as since_at
    from target
    where bureau_id = ${view.bureauId} and state = 'issued' and opened_at is null and year >= ${thisYear(view)}
    group by 1, 2, 3, 4, 5) t
  join rule_set_version v on v.id = t.rule_set_version_id
  join rule_set r on r.id = v.rule_set_id
  left join officer o on o.id = t.officer_id
  left join membership ms on ms.officer_id = t.officer_id and ms.to_on is null
  join unit h on h.id = coalesce(ms.unit_id, t.unit_id)
  where o.left_on is null and h.abolished_on is null
    and (v.rule_set_id, t.year) not in (${closedBooks(view)})
    and not (t.first and t.officer_id is null and h.id = r.unit_id)
  group by h.id, h.path, t.officer_id, t.unit_id, v.rule_set_id, t.year`;

/**
 * Only where a method appraises officers must a unit's quantity end at named ones (P5). Begun when it was issued, or when
 * the last part of it came back.
 */
const targetNotHandedDown: Source = (view) => sql`(
  with returned as materialized (
    select parent_id, max(issued_at) as at from target
    where bureau_id = ${view.bureauId} and state = 'withdrawn' and year >= ${thisYear(view)} group by 1)
  select 'targetNotHandedDown' as kind,
    concat('targetNotHandedDown/', w.rule_set_id, '/', t.year, '/', t.unit_id) as key,
    h.id as unit_id, h.path, null::uuid as officer_id, w.rule_set_id, null::uuid as period_id, t.year::int as year,
    count(*)::int as n, null::int as overdue, min(greatest(t.issued_at, returned.at)) as since_at,
    min(${dayOf(view, sql`greatest(t.issued_at, returned.at)`)}) as since, null::date as until, null::uuid as work_id, null::text as label
  from target t
  left join returned on returned.parent_id = t.id
  join (select v.id, v.rule_set_id from rule_set_version v
        where v.bureau_id = ${view.bureauId} and v.content->'appraises' ? 'officer') w on w.id = t.rule_set_version_id
  join unit h on h.id = t.unit_id
  left join lateral (select sum(c.quantity) as handed from target c
                     where c.parent_id = t.id and c.state = 'issued') parts on true
  where t.bureau_id = ${view.bureauId} and t.state = 'issued' and t.officer_id is null and t.year >= ${thisYear(view)}
    and (w.rule_set_id, t.year) not in (${closedBooks(view)})
    and h.abolished_on is null and t.quantity > t.kept + coalesce(parts.handed, 0)
  group by h.id, h.path, t.unit_id, w.rule_set_id, t.year)`;

/** Once a version: what came back a second time is a matter of its own. Due while corrections are taken, at the latest. */
const returnedNotCorrected: Source = (view) => sql`
  select 'returnedNotCorrected' as kind, concat('returnedNotCorrected/', s.id, '/', s.latest_version) as key,
    u.id as unit_id, u.path, case when s.subject_kind = 'officer' then s.subject_id end as officer_id, v.rule_set_id,
    p.id as period_id, null::int as year, 1 as n, null::int as overdue, s.decided_at as since_at,
    ${dayOf(view, sql`s.decided_at`)} as since, ${dayOf(view, lastMoment(sql`p.review_by`))} as until, s.id as work_id, sv.title as label
  from submission s join period p on p.id = s.period_id and ${takesCorrections(view)}
  join rule_set_version v on v.id = p.rule_set_version_id
  join unit u on u.id = s.subject_unit_id
  join submission_version sv on sv.submission_id = s.id and sv.version = s.latest_version
  where s.bureau_id = ${view.bureauId} and s.state = 'returned' and s.decided_at is not null`;

/** What a department has on its desk of one period: due when the first piece is, by the limit its queue shows (P9). */
const unreviewed: Source = (view) => sql`
  select 'unreviewed' as kind, concat('unreviewed/', p.id, '/', u.id) as key, u.id as unit_id, u.path,
    null::uuid as officer_id, v.rule_set_id, p.id as period_id, null::int as year, s.n, s.overdue,
    s.since_at, ${dayOf(view, lastMoment(sql`s.due_at`))} as since, null::date as until, null::uuid as work_id, p.label
  from (
    select period_id, owner_unit_id, count(*)::int as n,
      (count(*) filter (where review_due_at < ${view.now}))::int as overdue,
      min(updated_at) as since_at, min(review_due_at) as due_at
    from submission where bureau_id = ${view.bureauId} and state = 'submitted' group by 1, 2) s
  join period p on p.id = s.period_id and ${takesReviews}
  join rule_set_version v on v.id = p.rule_set_version_id
  join unit u on u.id = s.owner_unit_id`;

const appealUnanswered: Source = (view) => sql`
  select 'appealUnanswered' as kind, concat('appealUnanswered/', a.id) as key, u.id as unit_id, u.path,
    null::uuid as officer_id, v.rule_set_id, p.id as period_id, null::int as year, 1 as n, null::int as overdue, a.filed_at as since_at,
    a.answer_due_on as since, null::date as until, a.id as work_id, p.label
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
    p.id as period_id, null::int as year, 1 as n, null::int as overdue, w.due_on::timestamp at time zone ${view.timeZone} as since_at,
    w.due_on as since, null::date as until, w.id as work_id, concat(p.label, w.task) as label
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
