import { sql } from 'kysely';
import type { Reader } from '../../db/database.ts';
import { involvedAccounts } from './involvement.ts';
import { appealTables } from './queries/appeal-rows.ts';

/** Somebody who may answer an appeal, and by which role. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly unitName: string;
  readonly role: string;
}
const MOST = 50;

/** Who may answer it and has nothing against him; the department's own people first. */
export async function candidatesFor(reader: Reader, appealId: string): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    with a as materialized (
      select a.*, su.path as su_path, ou.path as ou_path, mu.path as mu_path from ${appealTables}
      where a.id = ${appealId}
    ), excluded as materialized (
      select involved.account_id from a cross join lateral ${involvedAccounts} involved
    ), able as (
      select distinct on (held.account_id) held.account_id, held.role, unit.name as unit_name
      from a
      join account_role held on held.role in ('reviewer', 'office', 'committee')
      join unit on unit.id = held.unit_id and unit.bureau_id = a.bureau_id
      where case a.answered_by
        when 'department' then (held.role = 'reviewer' and starts_with(a.ou_path, unit.path))
          or (held.role = 'office' and starts_with(a.su_path, unit.path))
        when 'committee' then held.role = 'committee'
        else held.role = 'office' and starts_with(a.mu_path, unit.path) end
      order by held.account_id, held.role desc, length(unit.path) desc
    )
    select account.id, account.display_name as name, able.unit_name as "unitName", able.role
    from able join account on account.id = able.account_id and account.state = 'active'
    where account.id not in (select account_id from excluded where account_id is not null)
    order by able.role = 'reviewer' desc, able.unit_name, account.display_name, account.id
    limit ${MOST}`.execute(reader);
  return rows;
}

/** Whom a new appeal is told to: the department's own people; the office where there are none. */
export function firstAsked(candidates: readonly Candidate[]): string[] {
  const own = candidates.filter((each) => each.role === 'reviewer');
  return (own.length > 0 ? own : candidates).map((each) => each.id);
}
