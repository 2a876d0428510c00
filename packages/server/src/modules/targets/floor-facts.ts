import { type RawBuilder, sql } from 'kysely';
import type { Reader } from '../../db/database.ts';
import { mattersTable, nothingSubmitted, onePeriod, type SupervisionView } from '../supervision/index.ts';
import { acceptedQuantities, type BookKey } from './actuals.ts';

/** Where one stands: a unit with everything below it, or one officer. */
export interface FloorPlace {
  readonly path: string;
  readonly officerId: string | null;
}

/**
 * What was done, by who is directly below and by indicator. Every fact lies at exactly one place of the tree, so that
 * the sum of what is below is the whole (X5): `child` is a unit's code, an officer's id, or `own` for the unit itself.
 */
export interface FloorFact {
  readonly child: string;
  readonly code: string;
}
export interface TargetFact extends FloorFact {
  readonly issued: number;
  readonly opened: number;
  readonly stuck: number;
}
export interface WorkFact extends FloorFact {
  readonly submitted: number;
  readonly waiting: number;
  readonly returned: number;
  readonly accepted: number;
}
export interface PointsFact extends FloorFact {
  readonly points: string;
}
export interface ActualFact extends FloorFact {
  readonly actual: string;
}

const childOf = (place: FloorPlace, path: RawBuilder<string>, officerId: RawBuilder<unknown>) => sql<string>`
  case when ${path} = ${place.path} then coalesce((${officerId})::text, 'own')
       else split_part(substr(${path}, length(${place.path}) + 1), '/', 1) end`;
const within = (place: FloorPlace, path: RawBuilder<string>, officerId: RawBuilder<unknown>) =>
  place.officerId === null
    ? sql<boolean>`starts_with(${path}, ${place.path})`
    : sql<boolean>`${officerId} = ${place.officerId}::uuid`;

/** Issued and opened; stuck is a unit's quantity of which a part has gone to nobody yet. */
export async function targetFacts(db: Reader, book: BookKey, place: FloorPlace): Promise<TargetFact[]> {
  const { rows } = await sql<TargetFact>`
    with t as materialized (
      select t.* from target t join rule_set_version v on v.id = t.rule_set_version_id
      where t.bureau_id = ${book.bureauId} and v.rule_set_id = ${book.ruleSetId} and t.year = ${book.year}
        and t.state = 'issued'),
    handed as (select parent_id, sum(quantity) as quantity from t where parent_id is not null group by parent_id)
    select ${childOf(place, sql`u.path`, sql`t.officer_id`)} as child, t.indicator_code as code, count(*) as issued,
      count(t.opened_at) as opened,
      count(*) filter (where t.officer_id is null and t.quantity > t.kept + coalesce(handed.quantity, 0)) as stuck
    from t join unit u on u.id = t.unit_id left join handed on handed.parent_id = t.id
    where ${within(place, sql`u.path`, sql`t.officer_id`)}
    group by 1, 2`.execute(db);
  return rows;
}

const officerOf = (row: string) =>
  sql`case when ${sql.ref(`${row}.subject_kind`)} = 'officer' then ${sql.ref(`${row}.subject_id`)} end`;

/** What was handed in in the periods and what became of it. */
export async function workFacts(
  db: Reader,
  book: BookKey,
  place: FloorPlace,
  periodIds: readonly string[],
): Promise<WorkFact[]> {
  if (periodIds.length === 0) return [];
  const { rows } = await sql<WorkFact>`
    select ${childOf(place, sql`u.path`, officerOf('s'))} as child, s.indicator_code as code,
      sum(s.n) as submitted,
      coalesce(sum(s.n) filter (where s.state = 'submitted'), 0) as waiting,
      coalesce(sum(s.n) filter (where s.state = 'returned'), 0) as returned,
      coalesce(sum(s.n) filter (where s.state = 'accepted'), 0) as accepted
    from (select subject_kind, subject_id, subject_unit_id, indicator_code, state, count(*)::int as n from submission
          where bureau_id = ${book.bureauId} and period_id = any(${[...periodIds]}::uuid[]) and state <> 'withdrawn'
          group by 1, 2, 3, 4, 5) s
    join unit u on u.id = s.subject_unit_id
    where ${within(place, sql`u.path`, officerOf('s'))}
    group by 1, 2`.execute(db);
  return rows;
}

/** Points as booked so far; what was reversed counts no more. Ratios are only known when the period is evaluated. */
export async function pointsFacts(
  db: Reader,
  book: BookKey,
  place: FloorPlace,
  periodIds: readonly string[],
): Promise<PointsFact[]> {
  if (periodIds.length === 0) return [];
  const { rows } = await sql<PointsFact>`
    select ${childOf(place, sql`u.path`, officerOf('e'))} as child, e.indicator_code as code,
      trim_scale(sum(e.points))::text as points
    from (select e.subject_kind, e.subject_id, e.subject_unit_id, e.indicator_code, sum(e.booked_points) as points
          from ledger_entry e
          where e.bureau_id = ${book.bureauId} and e.period_id = any(${[...periodIds]}::uuid[])
            and e.booked_points is not null and e.kind <> 'reversal'
            and not exists (select from ledger_entry r where r.reverses = e.id)
          group by 1, 2, 3, 4) e
    join unit u on u.id = e.subject_unit_id
    where ${within(place, sql`u.path`, officerOf('e'))}
    group by 1, 2`.execute(db);
  return rows;
}

/** What is late below in the book's year, by who is directly below (the same list that is pressed from). */
export async function lateFacts(
  db: Reader,
  book: BookKey,
  place: FloorPlace,
  view: SupervisionView,
  periodIds: readonly string[],
): Promise<{ child: string; late: number }[]> {
  const where = sql<boolean>`m.rule_set_id = ${book.ruleSetId}
    and ${within(place, sql`m.path`, sql`m.officer_id`)} and (m.year = ${book.year} or m.period_id = any(${[...periodIds]}::uuid[]))`;
  const { rows } = await sql<{ child: string; late: number }>`
    select ${childOf(place, sql`m.path`, sql`m.officer_id`)} as child, count(*) as late
    from ${mattersTable(view, where)} m where m.state = 'late' group by 1`.execute(db);
  return rows;
}

/** Who of those appraised below handed in nothing in one period; after its close that is how it stays (P8, P10). */
export async function silentFacts(
  db: Reader,
  place: FloorPlace,
  view: SupervisionView,
  periodId: string,
): Promise<{ child: string; silent: number }[]> {
  const { rows } = await sql<{ child: string; silent: number }>`
    select ${childOf(place, sql`m.path`, sql`m.officer_id`)} as child, count(*)::int as silent
    from (${nothingSubmitted(view, onePeriod(view, periodId))}) m
    where ${within(place, sql`m.path`, sql`m.officer_id`)} group by 1`.execute(db);
  return rows;
}

/** Accepted quantities of one indicator this year. */
export async function actualFacts(
  db: Reader,
  book: BookKey,
  place: FloorPlace,
  indicatorCode: string,
): Promise<ActualFact[]> {
  const officer = sql`case when a.subject_kind = 'officer' then a.subject_id end`;
  const { rows } = await sql<ActualFact>`
    select ${childOf(place, sql`a.path`, officer)} as child, a.indicator_code as code,
      trim_scale(sum(a.quantity))::text as actual
    from (${acceptedQuantities(book)}) a
    where a.indicator_code = ${indicatorCode} and ${within(place, sql`a.path`, officer)}
    group by 1, 2`.execute(db);
  return rows;
}
