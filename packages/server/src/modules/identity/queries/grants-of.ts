import type { identity } from '@mingji/contract';
import type { Role } from '@mingji/engine';
import type { z } from 'zod';
import type { Reader } from '../../../db/database.ts';

export type GrantView = z.input<typeof identity.grant>;

/** The grants of several accounts in one go. Accounts without a grant are left out. */
export async function grantsOf(
  db: Reader,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, GrantView[]>> {
  const found = new Map<string, GrantView[]>();
  if (accountIds.length === 0) return found;
  const rows = await db
    .selectFrom('account_role')
    .innerJoin('unit', 'unit.id', 'account_role.unit_id')
    .select(['account_id', 'role', 'unit.id', 'unit.name', 'unit.path'])
    .where('account_id', 'in', [...accountIds])
    .orderBy('role')
    .orderBy('unit.path')
    .execute();
  for (const row of rows) {
    const grants = found.get(row.account_id) ?? [];
    grants.push({ role: row.role as Role, unitId: row.id, unitName: row.name, unitPath: row.path });
    found.set(row.account_id, grants);
  }
  return found;
}
