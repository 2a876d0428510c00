import { sql } from 'kysely';
import type { Reader } from '../../db/database.ts';

export interface Reviewer {
  readonly id: string;
  readonly name: string;
  readonly officerId: string | null;
  readonly unitName: string;
}

/** Active accounts that review for an owner unit: the role at the unit itself or above it (归口, P9). */
export async function reviewersOf(
  reader: Reader,
  bureauId: string,
  ownerPath: string,
): Promise<readonly Reviewer[]> {
  const { rows } = await sql<Reviewer>`
    select distinct on (a.display_name, a.id) a.id, a.display_name as name, a.officer_id as "officerId",
           u.name as "unitName"
    from account_role r
    join unit u on u.id = r.unit_id
    join account a on a.id = r.account_id
    where a.bureau_id = ${bureauId} and a.state = 'active' and r.role = 'reviewer'
      and starts_with(${ownerPath}, u.path)
    order by a.display_name, a.id limit 200`.execute(reader);
  return rows;
}

/** What would make a reviewer judge his own work: being its subject, or having handed in a version of it. */
export interface OwnWork {
  readonly officerId: string | null;
  readonly authorAccountIds: readonly string[];
}

export function isOwnWork(reviewer: Pick<Reviewer, 'id' | 'officerId'>, work: OwnWork): boolean {
  if (work.authorAccountIds.includes(reviewer.id)) return true;
  return work.officerId !== null && work.officerId === reviewer.officerId;
}
