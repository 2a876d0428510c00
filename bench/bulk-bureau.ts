import { sql } from 'kysely';
import type { Database } from '../packages/server/src/db/database.ts';
import type { TestUnit } from '../packages/server/test/support/seed.ts';

const COUNTIES = 20;
const STATIONS = 15;
const PEOPLE = 50;
const MEASURES_EACH = 10;
export const OFFICERS = COUNTIES * STATIONS * PEOPLE;

interface Wish {
  readonly bureau: TestUnit;
  readonly ownerUnitId: string;
  readonly accountId: string;
  readonly versionId: string;
  /** Published months, the last one with its work. */
  readonly periods: readonly [string, string];
}

/** Fills a bureau in bulk: counties, stations, their people, targets, results of two months and the work of one. */
export async function fillBureau(
  db: Database,
  wish: Wish,
): Promise<{ readonly officerId: string; readonly stationId: string }> {
  const { bureau, versionId, periods } = wish;
  await insertPeople(db, bureau);
  await sql`
    insert into target (id, bureau_id, rule_set_version_id, indicator_code, year, unit_id, officer_id, quantity, issued_at)
    select gen_random_uuid(), m.bureau_id, ${versionId}::uuid, 'task', 2026, m.unit_id, m.officer_id, 10, '2026-01-05'::timestamptz
    from membership m where m.bureau_id = ${bureau.bureauId}
    union all
    select gen_random_uuid(), u.bureau_id, ${versionId}::uuid, 'task', 2026, u.id, null, 500, '2026-01-05'::timestamptz
    from unit u where u.bureau_id = ${bureau.bureauId} and u.kind in ('county', 'station')`.execute(db);
  for (const periodId of periods) await insertResults(db, bureau, periodId);
  await insertWork(db, wish);
  await insertMeasures(db, wish);
  await sql`update period set state = 'inNotice', published_at = '2026-09-20' where rule_set_version_id = ${versionId}`.execute(
    db,
  );
  await sql`analyze`.execute(db);
  const one = await db
    .selectFrom('result')
    .select(['subject_id', 'unit_id'])
    .where('rank', '=', 1)
    .executeTakeFirstOrThrow();
  return { officerId: one.subject_id, stationId: one.unit_id };
}

async function insertPeople(db: Database, bureau: TestUnit): Promise<void> {
  await sql`
    insert into unit (id, bureau_id, parent_id, code, name, kind, level, path)
    select gen_random_uuid(), ${bureau.bureauId}, ${bureau.id}, lpad((400000000 + c)::text, 12, '4'), '县局' || c, 'county', 2,
      ${bureau.path} || lpad((400000000 + c)::text, 12, '4') || '/'
    from generate_series(1, ${COUNTIES}::int) c`.execute(db);
  await sql`
    insert into unit (id, bureau_id, parent_id, code, name, kind, level, path)
    select gen_random_uuid(), p.bureau_id, p.id, made.code, '派出所' || made.code, 'station', 3, p.path || made.code || '/'
    from unit p cross join generate_series(1, ${STATIONS}::int) s
    cross join lateral (select lpad((right(p.code, 3)::int * 100 + s)::text, 12, '5') as code) made
    where p.bureau_id = ${bureau.bureauId} and p.kind = 'county'`.execute(db);
  await sql`
    with made as (
      select gen_random_uuid() as id, u.id as unit_id, row_number() over () as n
      from unit u cross join generate_series(1, ${PEOPLE}::int)
      where u.bureau_id = ${bureau.bureauId} and u.name like '派出所%'),
    people as (
      insert into officer (id, bureau_id, police_no, name, category)
      select id, ${bureau.bureauId}, (500000 + n)::text, '民警' || n, 'officer' from made)
    insert into membership (id, bureau_id, officer_id, unit_id, from_on)
    select gen_random_uuid(), ${bureau.bureauId}, id, unit_id, '2020-01-01' from made`.execute(db);
}

async function insertResults(db: Database, bureau: TestUnit, periodId: string): Promise<void> {
  await sql`
    with run as (
      insert into evaluation (id, bureau_id, period_id, state, requested_at, finished_at)
      values (gen_random_uuid(), ${bureau.bureauId}, ${periodId}, 'done', '2026-09-20', '2026-09-20') returning id)
    insert into result (evaluation_id, period_id, bureau_id, subject_kind, subject_id, subject_name, subject_code, unit_id,
      score_state, score, score_exact, sequence_code, sequence_name, group_code, rank, rank_of, detail)
    select run.id, ${periodId}, o.bureau_id, 'officer', o.id, o.name, o.police_no, m.unit_id, 'scored', 90, '90', 'field',
      '民警序列', '', row_number() over (order by o.police_no), ${OFFICERS}::int,
      '{"items":[],"indicators":[],"missing":[]}'
    from run cross join officer o join membership m on m.officer_id = o.id
    where o.bureau_id = ${bureau.bureauId} and length(o.police_no) = 6 and o.police_no > '500000'`.execute(
    db,
  );
}

/** Of each officer two pieces handed in, one accepted and booked; one in fifty has nothing accepted. */
async function insertWork(db: Database, wish: Wish): Promise<void> {
  const periodId = wish.periods[1];
  await sql`
    with made as (
      select gen_random_uuid() as id, m.officer_id, m.unit_id, state, row_number() over () as n
      from membership m cross join (values ('accepted'), ('submitted')) s(state)
      where m.bureau_id = ${wish.bureau.bureauId}),
    handed as (
      insert into submission (id, bureau_id, period_id, indicator_code, subject_kind, subject_id, subject_unit_id,
        owner_unit_id, author_account_id, state, decided_by, decided_at, created_at,
        updated_at, assigned_at, review_due_at)
      select id, ${wish.bureau.bureauId}, ${periodId}, 'hazard', 'officer', officer_id, unit_id, ${wish.ownerUnitId},
        ${wish.accountId}, state, case state when 'accepted' then ${wish.accountId}::uuid end,
        case state when 'accepted' then '2026-09-12'::timestamptz end, '2026-09-10', '2026-09-10', '2026-09-10',
        '2026-09-15T16:00:00Z' from made returning id)
    insert into submission_version (submission_id, version, title, description, event_code, quantity, occurred_on,
      by_account_id, at)
    select id, 1, '排查隐患', '', 'found', 1, '2026-09-09', ${wish.accountId}, '2026-09-10' from made`.execute(
    db,
  );
  await sql`
    insert into ledger_entry (id, bureau_id, period_id, rule_set_version_id, subject_kind, subject_id, subject_unit_id,
      owner_unit_id, indicator_code, kind, event_code, quantity, booked_points, occurred_on, clause, reason, source_kind,
      source_id, by_account_id, by_name, at, request_id, entry_hash)
    select gen_random_uuid(), s.bureau_id, s.period_id, ${wish.versionId}, 'officer', s.subject_id, s.subject_unit_id,
      s.owner_unit_id, 'hazard', 'event', 'found', 1, 2, '2026-09-09', '3.1', '排查隐患', 'submission', s.id,
      ${wish.accountId}, '考核办', '2026-09-12', gen_random_uuid(), decode(repeat('ab', 32), 'hex')
    from submission s join officer o on o.id = s.subject_id
    where s.state = 'accepted' and s.period_id = ${periodId} and right(o.police_no, 2) not in ('00', '50')`.execute(
    db,
  );
}

/** Ten measures of each officer in the month before: what a unit's page and the ledger must not read to the end. */
async function insertMeasures(db: Database, wish: Wish): Promise<void> {
  await sql`
    insert into ledger_entry (id, bureau_id, period_id, rule_set_version_id, subject_kind, subject_id, subject_unit_id,
      owner_unit_id, indicator_code, kind, quantity, occurred_on, clause, reason, source_kind, by_account_id, by_name, at,
      request_id, entry_hash)
    select gen_random_uuid(), m.bureau_id, ${wish.periods[0]}::uuid, ${wish.versionId}::uuid, 'officer', m.officer_id, m.unit_id,
      ${wish.ownerUnitId}::uuid, 'visits', 'measure', 1, '2026-08-09', '3.4', '走访群众', 'posting', ${wish.accountId}::uuid,
      '考核办', '2026-08-12'::timestamptz, gen_random_uuid(), decode(repeat('ab', 32), 'hex')
    from generate_series(1, ${MEASURES_EACH}::int) cross join membership m
    where m.bureau_id = ${wish.bureau.bureauId}`.execute(db);
  await sql`
    insert into target (id, bureau_id, rule_set_version_id, indicator_code, year, unit_id, quantity, issued_at)
    select gen_random_uuid(), u.bureau_id, ${wish.versionId}::uuid, 'visits', 2026, u.id, 500, '2026-01-05'::timestamptz
    from unit u where u.bureau_id = ${wish.bureau.bureauId} and u.kind in ('county', 'station')`.execute(db);
}
