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
    select * from (
      select distinct on (account.id) account.id, account.display_name as name, unit.name as "unitName", held.role
      from ${appealTables}
      join account on account.bureau_id = a.bureau_id and account.state = 'active'
      join account_role held on held.account_id = account.id
      join unit on unit.id = held.unit_id
      where a.id = ${appealId}
        and case a.answered_by
          when 'department' then (held.role = 'reviewer' and starts_with(ou.path, unit.path))
            or (held.role = 'office' and starts_with(su.path, unit.path))
          when 'committee' then held.role = 'committee'
          else held.role = 'office' and starts_with(mu.path, unit.path) end
        and not exists (select from ${involvedAccounts} involved where involved.account_id = account.id)
      order by account.id, held.role desc, length(unit.path) desc
    ) candidate
    order by role = 'reviewer' desc, "unitName", name, id limit ${MOST}`.execute(reader);
  return rows;
}

/** Whom a new appeal is told to: the department's own people; the office where there are none. */
export function firstAsked(candidates: readonly Candidate[]): string[] {
  const own = candidates.filter((each) => each.role === 'reviewer');
  return (own.length > 0 ? own : candidates).map((each) => each.id);
}
