import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Deps } from '../context.ts';
import { bulkInsert } from './bulk-insert.ts';
import type { DemoAccount } from './demo-accounts.ts';

const DAY = 86_400_000;

interface Reissued {
  readonly id: string;
  readonly revision: number;
  readonly [column: string]: unknown;
}
interface Held {
  readonly bureauId: string;
  readonly office: DemoAccount;
  readonly countyId: string;
  readonly stationId: string;
  readonly officerId: string | null;
}

/**
 * Targets of the year were read when they came. Those of a few holders were issued anew this month and are not read
 * yet, and some units have not handed down again what they took back from somebody who left.
 */
export async function makeLateTargets(deps: Deps, held: Held): Promise<void> {
  await sql`
    update target set opened_at = issued_at + interval '1 hour' * (3 + mod(abs(hashtext(id::text)), 60))
    where bureau_id = ${held.bureauId} and state = 'issued'`.execute(deps.db);
  await issueAnew(deps, held);
  await takeBack(deps, held);
}

/** One holder in fifty, among them the demo's officer and his county. */
async function issueAnew(deps: Deps, { bureauId, office, countyId, officerId }: Held): Promise<void> {
  const { rows } = await sql<Reissued>`
    update target set state = 'superseded'
    where bureau_id = ${bureauId} and state = 'issued'
      and year = (select max(year) from target where bureau_id = ${bureauId})
      and (mod(abs(hashtext(coalesce(officer_id, unit_id)::text)), 50) = 7
        or officer_id = ${officerId}::uuid or (officer_id is null and unit_id = ${countyId}))
    returning *`.execute(deps.db);
  const now = deps.clock().getTime();
  const anew = rows.map((row, index) => ({
    ...row,
    id: randomUUID(),
    revision: row.revision + 1,
    supersedes: row.id,
    state: 'issued',
    opened_at: null,
    issued_by: office.id,
    issued_at: new Date(now - (5 + (index % 9)) * DAY).toISOString(),
  }));
  await bulkInsert(deps.db, 'target', anew);
  await sql`
    update target c set parent_id = n.id from target n
    where n.bureau_id = ${bureauId} and n.supersedes = c.parent_id and c.state = 'issued'`.execute(deps.db);
  await bulkInsert(
    deps.db,
    'work_event',
    anew.map((row) => ({
      bureau_id: bureauId,
      work_kind: 'target',
      work_id: row.id,
      action: 'changed',
      account_id: office.id,
      account_name: office.displayName,
      reason: '年末核定数量，重新下达',
      at: row.issued_at,
    })),
  );
}

/** An officer left in the year and his part was taken back: the unit has not handed it down again. */
async function takeBack(deps: Deps, { bureauId, stationId }: Held): Promise<void> {
  const at = new Date(deps.clock().getTime() - 20 * DAY);
  await sql`
    update target set state = 'withdrawn', issued_at = ${at} where id in (
      select distinct on (p.id) c.id from target p join target c on c.parent_id = p.id and c.state = 'issued'
      where p.bureau_id = ${bureauId} and p.officer_id is null and p.state = 'issued' and c.officer_id is not null
        and p.year = (select max(year) from target where bureau_id = ${bureauId})
        and (p.unit_id = ${stationId} or mod(abs(hashtext(p.unit_id::text)), 30) = 4)
      order by p.id, c.id)`.execute(deps.db);
}
