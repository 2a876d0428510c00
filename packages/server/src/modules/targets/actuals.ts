import { type RawBuilder, sql } from 'kysely';
import type { Reader } from '../../db/database.ts';
import { countsOfPeriod } from '../periods/index.ts';

/** The book whose work is counted: all versions of one rule set, in the periods that end in one year. */
export interface BookKey {
  readonly bureauId: string;
  readonly ruleSetId: string;
  readonly year: number;
}

/** The accepted measures of the year as `e`: reversed ones do not count. */
const accepted = (book: BookKey): RawBuilder<unknown> => sql`ledger_entry e
      join period p on p.id = e.period_id
      join rule_set_version v on v.id = p.rule_set_version_id
      where e.bureau_id = ${book.bureauId} and v.rule_set_id = ${book.ruleSetId}
        and extract(year from p.to_on) = ${book.year} and e.kind = 'measure' and ${countsOfPeriod('p')}
        and not exists (select from ledger_entry r where r.reverses = e.id)`;

/**
 * Accepted quantities, each entry at exactly one place of the tree (§14: nothing is counted twice): a unit's own entry
 * at the unit, an officer's at the unit that gave him the target, else where he served when it was booked. The closing of a month places measures by the same rule, so both show the same number (X5).
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
      from ${accepted(book)} and ${mayConcern}
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

/** More people than these are as good as everybody: their work is found by reading the year. */
const MOST_NAMED = 2_000;

/**
 * Booked in one of the units or below, or for an officer who has a target from there: a station does not wait for the city.
 * Both are looked up first and named, so that the database goes to them by two indexes; of nearly everybody nothing is
 * left out.
 */
async function atOrBelow(
  db: Reader,
  book: BookKey,
  unitIds: readonly string[],
): Promise<RawBuilder<boolean>> {
  const { rows: units } = await sql<{ id: string }>`
    select distinct own.id from unit top join unit own
    on own.bureau_id = top.bureau_id and starts_with(own.path, top.path) where top.id = any(${[...unitIds]}::uuid[])`.execute(
    db,
  );
  const below = sql`${units.map(({ id }) => id)}::uuid[]`;
  const { rows: officers } = await sql<{ id: string }>`
    select distinct t.officer_id as id from target t
    where t.bureau_id = ${book.bureauId} and t.year = ${book.year} and t.officer_id is not null
      and t.state = 'issued' and t.unit_id = any(${below}) limit ${MOST_NAMED + 1}`.execute(db);
  if (officers.length > MOST_NAMED) return sql<boolean>`true`;
  const named = sql`${officers.map(({ id }) => id)}::uuid[]`;
  return sql<boolean>`(e.subject_unit_id = any(${below}) or e.subject_id = any(${named}))`;
}

/** Everything accepted in each unit and below it. */
export async function unitActuals(db: Reader, book: BookKey, unitIds: readonly string[]): Promise<Actuals> {
  if (unitIds.length === 0) return () => '0';
  const [only] = unitIds;
  if (unitIds.length === 1 && only !== undefined && (await holdsAll(db, only)))
    return everything(db, book, only);
  const mayConcern = await atOrBelow(db, book, unitIds);
  const { rows } = await sql<{ code: string; holder: string; total: string }>`
    select a.indicator_code as code, n.id as holder, trim_scale(sum(a.quantity))::text as total
    from (select indicator_code, path, sum(quantity) as quantity from (${acceptedQuantities(book, mayConcern)}) e group by 1, 2) a
    join unit n on n.id = any(${[...unitIds]}::uuid[]) and starts_with(a.path, n.path)
    group by 1, 2`.execute(db);
  return lookup(rows);
}

async function holdsAll(db: Reader, unitId: string): Promise<boolean> {
  const top = await db
    .selectFrom('unit')
    .select('id')
    .where('id', '=', unitId)
    .where('parent_id', 'is', null)
    .executeTakeFirst();
  return top !== undefined;
}

/** Of the unit above all others: wherever an entry lies, it lies below. */
async function everything(db: Reader, book: BookKey, unitId: string): Promise<Actuals> {
  const { rows } = await sql<{ code: string; total: string }>`
    select e.indicator_code as code, trim_scale(sum(e.quantity))::text as total
    from ${accepted(book)} group by 1`.execute(db);
  return lookup(rows.map((row) => ({ ...row, holder: unitId })));
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
