import type { EscalationLevel, Role } from '@mingji/engine';
import { sql } from 'kysely';
import type { Reader } from '../../db/database.ts';
import type { MatterRow } from './find-matters.ts';

interface Holder {
  readonly unitId: string;
  readonly path: string;
  readonly accountIds: readonly string[];
}
export type FindHolder = (level: EscalationLevel, row: MatterRow) => Holder | null;

const rolesOf: Readonly<Record<EscalationLevel, readonly Role[]>> = {
  unitHead: ['unitHead'],
  supervisingLeader: ['supervisingLeader', 'bureauLeader'],
  upperOffice: ['office'],
  cityOffice: ['office'],
};

/** Who holds a level nearest above the one that is late: an officer's own unit counts, a unit's own head does not. */
export async function escalationHolders(reader: Reader, bureauId: string): Promise<FindHolder> {
  const { rows } = await sql<{ role: Role; unit_id: string; path: string; account_ids: string[] }>`
    select ar.role, u.id as unit_id, u.path, array_agg(a.id::text order by a.id) as account_ids
    from account_role ar join account a on a.id = ar.account_id and a.state = 'active'
    join unit u on u.id = ar.unit_id
    where u.bureau_id = ${bureauId} and ar.role in ('unitHead', 'supervisingLeader', 'bureauLeader', 'office')
    group by 1, 2, 3`.execute(reader);
  const held = new Map(
    rows.map((row) => [
      `${row.role} ${row.path}`,
      { unitId: row.unit_id, path: row.path, accountIds: row.account_ids },
    ]),
  );
  return (level, row) => {
    const codes = row.path.split('/').slice(0, -1);
    const lowest = row.officer_id === null ? codes.length - 1 : codes.length;
    const depths = level === 'cityOffice' ? [Math.min(1, lowest)] : countdown(lowest);
    for (const depth of depths) {
      const path = `${codes.slice(0, depth).join('/')}/`;
      for (const role of rolesOf[level]) {
        const holder = held.get(`${role} ${path}`);
        if (holder) return holder;
      }
    }
    return null;
  };
}

const countdown = (from: number) => Array.from({ length: Math.max(0, from) }, (_, index) => from - index);
