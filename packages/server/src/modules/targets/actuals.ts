import { type RawBuilder, sql } from 'kysely';
import type { Reader } from '../../db/database.ts';
import { countsOfPeriod } from '../periods/index.ts';

/** The book whose work is counted: all versions of one rule set, in the periods that end in one year. */
export interface BookKey {
  readonly bureauId: string;
  readonly ruleSetId: string;
  readonly year: number;
}

/**
 * Accepted quantities, each entry at exactly one place of the tree (§14: nothing is counted twice): a unit's own entry
 * at the unit, an officer's at the unit that gave him the target, else where he served when it was booked. Reversed
 * entries do not count. The closing of a month places measures by the same rule, so both show the same number (X5).
 * `mayConcern` leaves out entries `e` that cannot lie at the places asked for, before anything is summed.
 */
export function acceptedQuantities(
  book: BookKey,
  mayConcern: RawBuilder<boolean> = sql<boolean>`true`,
): RawBuilder<unknown> {
  return sql`
    select e.indicator_code, e.subject_kind, e.subject_id, e.quantity, u.path
    from (
      -- Summed before anything is looked up: a lookup a holder, not one an entry.
      select e.indicator_code, e.subject_kind, e.subject_id, e.subject_unit_id, sum(e.quantity) as quantity
      from ledger_entry e
      join period p on p.id = e.period_id
      join rule_set_version v on v.id = p.rule_set_version_id
      where e.bureau_id = ${book.bureauId} and v.rule_set_id = ${book.ruleSetId}
        and extract(year from p.to_on) = ${book.year} and e.kind = 'measure' and ${countsOfPeriod('p')}
        and not exists (select from ledger_entry r where r.reverses = e.id) and ${mayConcern}
      group by 1, 2, 3, 4) e
    left join lateral (
      select t.unit_id from target t
      where e.subject_kind = 'officer' and t.bureau_id = ${book.bureauId}
        and t.rule_set_version_id = any(array(select id from rule_set_version where rule_set_id = ${book.ruleSetId}))
        and t.indicator_code = e.indicator_code and t.year = ${book.year} and t.officer_id = e.subject_id
        and t.officer_id is not null and t.state = 'issued'
      order by t.issued_at desc limit 1) giver on true
    join unit u on u.id = coalesce(giver.unit_id, e.subject_unit_id)`;
}

const key = (indicatorCode: string, holderId: string) => `${indicatorCode} ${holderId}`;
export type Actuals = (indicatorCode: string, holderId: string) => string;

function lookup(rows: readonly { code: string; holder: string; total: string }[]): Actuals {
  const totals = new Map(rows.map((row) => [key(row.code, row.holder), row.total]));
  return (indicatorCode, holderId) => totals.get(key(indicatorCode, holderId)) ?? '0';
}

/** Booked in one of the units or below, or for an officer who has a target from there: a station does not wait for the city. */
function atOrBelow(book: BookKey, unitIds: readonly string[]): RawBuilder<boolean> {
  const below = sql`select own.id from unit top join unit own
    on own.bureau_id = top.bureau_id and starts_with(own.path, top.path) where top.id = any(${[...unitIds]}::uuid[])`;
  return sql<boolean>`(e.subject_unit_id in (${below}) or e.subject_id in (
    select t.officer_id from target t where t.bureau_id = ${book.bureauId} and t.year = ${book.year}
      and t.officer_id is not null and t.state = 'issued' and t.unit_id in (${below})))`;
}

/** Everything accepted in each unit and below it. */
export async function unitActuals(db: Reader, book: BookKey, unitIds: readonly string[]): Promise<Actuals> {
  if (unitIds.length === 0) return () => '0';
  const { rows } = await sql<{ code: string; holder: string; total: string }>`
    select a.indicator_code as code, n.id as holder, trim_scale(sum(a.quantity))::text as total
    from (select indicator_code, path, sum(quantity) as quantity from (${acceptedQuantities(book, atOrBelow(book, unitIds))}) e group by 1, 2) a
    join unit n on n.id = any(${[...unitIds]}::uuid[]) and starts_with(a.path, n.path)
    group by 1, 2`.execute(db);
  return lookup(rows);
}

export async function officerActuals(
  db: Reader,
  book: BookKey,
  officerIds: readonly string[],
): Promise<Actuals> {
  if (officerIds.length === 0) return () => '0';
  const { rows } = await sql<{ code: string; holder: string; total: string }>`
    select a.indicator_code as code, a.subject_id as holder, trim_scale(sum(a.quantity))::text as total
    from (${acceptedQuantities(book)}) a
    where a.subject_kind = 'officer' and a.subject_id = any(${[...officerIds]}::uuid[])
    group by 1, 2`.execute(db);
  return lookup(rows);
}
