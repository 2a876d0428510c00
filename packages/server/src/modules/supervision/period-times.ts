import { type RawBuilder, sql } from 'kysely';
import { countsOfPeriod } from '../periods/index.ts';
import type { SupervisionView } from './supervision-view.ts';

/**
 * What can still be done about a period's work (P8). What cannot be done any more is pressed for by nobody: it stays in
 * the history of the period as not handed in or not completed. `p` is the period, `v` its version.
 */

export const dayOf = (view: SupervisionView, instant: RawBuilder<unknown>) =>
  sql<string>`((${instant}) at time zone ${view.timeZone})::date`;

/** A limit is the first moment outside: the last day in time is that of the moment before. */
export const lastMoment = (limit: RawBuilder<unknown>) => sql`${limit} - interval '1 millisecond'`;

/** A method that counts late work takes it until its results are public. */
const takesLate = sql<boolean>`jsonb_path_exists(v.content,
  '$.**.scoring ? (@.family == "target" && exists(@.late) && @.late != "notCounted")')`;

/** New work is taken, or will be. */
export const takesWork = ({ now }: SupervisionView): RawBuilder<boolean> => sql<boolean>`(
  p.state = 'draft' or p.state = 'open' and p.submit_by >= ${now}
  or p.state in ('open', 'submissionClosed', 'reviewing') and ${takesLate})`;

/** What came back is corrected until the review ends. */
export const takesCorrections = ({ now }: SupervisionView): RawBuilder<boolean> =>
  sql<boolean>`(p.state in ('open', 'submissionClosed', 'reviewing') and p.review_by >= ${now})`;

/** What was handed in is reviewed until the results are public. */
export const takesReviews = sql<boolean>`p.state not in ('inNotice', 'sealed')`;

/** The periods `p` with what decides who is appraised in them. */
export const periodColumns = (view: SupervisionView): RawBuilder<unknown> => sql`
  select p.id, p.bureau_id, p.label, p.to_on, p.submit_by, extract(year from p.to_on)::int as in_year, v.rule_set_id,
    r.sequence_codes, ru.path as scope_path, v.content->'appraises' as appraises,
    ${dayOf(view, lastMoment(sql`p.submit_by`))} as due
  from period p join rule_set_version v on v.id = p.rule_set_version_id
  join rule_set r on r.id = v.rule_set_id join unit ru on ru.id = r.unit_id`;

/**
 * Books of targets whose time is over: nothing can be handed in any more in any of the year's periods, and no further
 * one is to come, since the last reaches into December or was a special operation. Their targets are done or not done.
 */
export const closedBooks = (view: SupervisionView): RawBuilder<unknown> => sql`
  select v.rule_set_id, extract(year from p.to_on)::int as year
  from period p join rule_set_version v on v.id = p.rule_set_version_id
  where p.bureau_id = ${view.bureauId} and not p.back_entry and ${countsOfPeriod('p')}
  group by 1, 2
  having not bool_or(${takesWork(view)})
    and (bool_or(p.kind = 'special') or max(p.to_on) >= make_date(extract(year from max(p.to_on))::int, 12, 1))`;
