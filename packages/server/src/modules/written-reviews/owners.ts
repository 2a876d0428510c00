import { sql } from 'kysely';
import type { Reader } from '../../db/database.ts';

export interface Owned {
  readonly subject_kind: string;
  readonly subject_id: string;
}
export interface Owner {
  readonly accountId: string;
  readonly name: string;
}

/** Who has to write: the officer himself, or whoever heads the unit; by subject. Without an account nobody is told. */
export async function ownersOf(
  reader: Reader,
  bureauId: string,
  reviews: readonly Owned[],
): Promise<ReadonlyMap<string, readonly Owner[]>> {
  const found = new Map<string, Owner[]>();
  const ids = (kind: string) =>
    reviews.filter((review) => review.subject_kind === kind).map((review) => review.subject_id);
  const officers = ids('officer');
  const units = ids('unit');
  if (officers.length + units.length === 0) return found;
  const { rows } = await sql<{ subject: string; id: string; name: string }>`
    select officer_id as subject, id, display_name as name from account
    where bureau_id = ${bureauId} and state = 'active' and officer_id = any(${officers}::uuid[])
    union
    select role.unit_id, account.id, account.display_name
    from account_role role join account on account.id = role.account_id
    where account.bureau_id = ${bureauId} and account.state = 'active' and role.role = 'unitHead'
      and role.unit_id = any(${units}::uuid[])
    order by name, id`.execute(reader);
  for (const { subject, id, name } of rows) {
    found.set(subject, [...(found.get(subject) ?? []), { accountId: id, name }]);
  }
  return found;
}
