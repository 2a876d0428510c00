import { sql } from 'kysely';
import type { Reader } from '../../db/database.ts';
import { localDay } from '../../local-day.ts';
import { accountsHolding } from '../notifications/index.ts';
import { serviceOn } from '../organization/index.ts';
import type { PeriodRow } from '../periods/index.ts';

export interface Told {
  readonly accountIds: readonly string[];
  readonly words: string;
}

interface UnitWork {
  readonly id: string;
  readonly path: string;
  readonly officers: number;
  readonly reported: number;
  readonly submissions: number;
}

/** For heads and clerks: how many of the unit's people have handed in something, how many have not. */
export async function unitsReporting(tx: Reader, row: PeriodRow, now: Date): Promise<Told[]> {
  const units = await unitWork(tx, row, now);
  const holders = await accountsHolding(
    tx,
    ['unitHead', 'unitClerk'],
    units.map(({ id }) => id),
  );
  const byOfficers = row.appraises.includes('officer');
  return units.flatMap((unit) => {
    const accountIds = holders.get(unit.id) ?? [];
    if (accountIds.length === 0) return [];
    const below = units.filter(({ path }) => path.startsWith(unit.path));
    const sum = (of: (each: UnitWork) => number) => below.reduce((total, each) => total + of(each), 0);
    const officers = sum((each) => each.officers);
    const reported = sum((each) => each.reported);
    const submissions = sum((each) => each.submissions);
    const people = `本单位及下级 ${officers} 人，已有 ${reported} 人填报，${officers - reported} 人尚无填报`;
    return [{ accountIds, words: byOfficers ? `${people}。` : `本单位及下级已填报 ${submissions} 件。` }];
  });
}

async function unitWork(tx: Reader, row: PeriodRow, now: Date): Promise<UnitWork[]> {
  const { time_zone: zone } = await tx
    .selectFrom('bureau')
    .select('time_zone')
    .where('id', '=', row.bureau_id)
    .executeTakeFirstOrThrow();
  const { rows } = await sql<UnitWork>`
    select u.id, u.path, coalesce(o.n, 0)::int as officers, coalesce(s.officers, 0)::int as reported,
           coalesce(s.n, 0)::int as submissions
    from unit u
    left join (
      select service.unit_id, count(*) as n from ${serviceOn(row.bureau_id, localDay(now, zone))} service
      join officer on officer.id = service.officer_id and officer.category = 'officer' and officer.left_on is null
      group by service.unit_id) o on o.unit_id = u.id
    left join (
      select subject_unit_id, count(distinct subject_id) filter (where subject_kind = 'officer') as officers,
             count(*) as n
      from submission where period_id = ${row.id} and state <> 'withdrawn'
      group by subject_unit_id) s on s.subject_unit_id = u.id
    where u.bureau_id = ${row.bureau_id} and u.abolished_on is null and starts_with(u.path, ${row.unit_path})
    order by u.path`.execute(tx);
  return rows;
}

/** For reviewers: how much of it waits in their department. */
export async function reviewsWaiting(tx: Reader, row: PeriodRow): Promise<Told[]> {
  const waiting = await tx
    .selectFrom('submission')
    .select(['owner_unit_id', (eb) => eb.fn.countAll<number>().as('n')])
    .where('period_id', '=', row.id)
    .where('state', '=', 'submitted')
    .groupBy('owner_unit_id')
    .execute();
  const holders = await accountsHolding(
    tx,
    ['reviewer'],
    waiting.map((each) => each.owner_unit_id),
  );
  return waiting.flatMap(({ owner_unit_id: unitId, n }) => {
    const accountIds = holders.get(unitId) ?? [];
    return accountIds.length === 0 ? [] : [{ accountIds, words: `本部门还有 ${n} 件待审核。` }];
  });
}
