import type { Role } from '@mingji/engine';
import { sql } from 'kysely';
import type { Reader } from '../../db/database.ts';

interface Wish {
  readonly bureauId: string;
  /** The unit whose office runs the period. */
  readonly unitPath: string;
  readonly roles: readonly Role[];
}

/** The active accounts with one of the roles at the unit or above it, in the same line. */
export async function accountsInLine(reader: Reader, { bureauId, unitPath, roles }: Wish): Promise<string[]> {
  return accounts(reader, bureauId, roles, sql<boolean>`starts_with(${unitPath}, unit.path)`);
}

/** The active accounts with one of the roles at the unit or below it. */
export async function accountsBelow(reader: Reader, { bureauId, unitPath, roles }: Wish): Promise<string[]> {
  return accounts(reader, bureauId, roles, sql<boolean>`starts_with(unit.path, ${unitPath})`);
}

async function accounts(
  reader: Reader,
  bureauId: string,
  roles: readonly Role[],
  place: ReturnType<typeof sql<boolean>>,
): Promise<string[]> {
  const rows = await reader
    .selectFrom('account_role')
    .innerJoin('account', 'account.id', 'account_role.account_id')
    .innerJoin('unit', 'unit.id', 'account_role.unit_id')
    .select('account.id')
    .distinct()
    .where('account.bureau_id', '=', bureauId)
    .where('account.state', '=', 'active')
    .where('account_role.role', 'in', [...roles])
    .where(place)
    .orderBy('account.id')
    .execute();
  return rows.map(({ id }) => id);
}
