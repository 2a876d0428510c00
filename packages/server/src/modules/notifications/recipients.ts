import type { Role } from '@mingji/engine';
import type { Reader } from '../../db/database.ts';

/** The active accounts of these officers, by officer. Who has none cannot be told and is left out. */
export async function accountsOfOfficers(
  reader: Reader,
  officerIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (officerIds.length === 0) return new Map();
  const rows = await reader
    .selectFrom('account')
    .select(['id', 'officer_id'])
    .where('officer_id', 'in', [...officerIds])
    .where('state', '=', 'active')
    .execute();
  return new Map(rows.flatMap((row) => (row.officer_id === null ? [] : [[row.officer_id, row.id]])));
}

/** The active accounts that hold one of the roles exactly at one of the units, by unit. */
export async function accountsHolding(
  reader: Reader,
  roles: readonly Role[],
  unitIds: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  const found = new Map<string, string[]>();
  if (roles.length === 0 || unitIds.length === 0) return found;
  const rows = await reader
    .selectFrom('account_role')
    .innerJoin('account', 'account.id', 'account_role.account_id')
    .select(['account_role.unit_id', 'account.id'])
    .distinct()
    .where('account_role.role', 'in', [...roles])
    .where('account_role.unit_id', 'in', [...unitIds])
    .where('account.state', '=', 'active')
    .orderBy('account.id')
    .execute();
  for (const row of rows) found.set(row.unit_id, [...(found.get(row.unit_id) ?? []), row.id]);
  return found;
}
