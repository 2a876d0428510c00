import type { Role } from '@mingji/engine';
import type { SignedIn } from '../../context.ts';
import type { Reader } from '../../db/database.ts';

/** Who an account is and what it may do now, for work done in its name; null: it is no longer active. */
export async function actorOfAccount(reader: Reader, accountId: string): Promise<SignedIn | null> {
  const account = await reader
    .selectFrom('account')
    .innerJoin('bureau', 'bureau.id', 'account.bureau_id')
    .select(['account.id', 'account.officer_id', 'account.bureau_id', 'account.username'])
    .select(['account.display_name', 'bureau.time_zone'])
    .where('account.id', '=', accountId)
    .where('account.state', '=', 'active')
    .executeTakeFirst();
  if (!account) return null;
  const grants = await reader
    .selectFrom('account_role')
    .innerJoin('unit', 'unit.id', 'account_role.unit_id')
    .select(['account_role.role', 'unit.path'])
    .where('account_role.account_id', '=', accountId)
    .execute();
  return {
    accountId: account.id,
    officerId: account.officer_id,
    grants: grants.map(({ role, path }) => ({ role: role as Role, unitPath: path })),
    bureauId: account.bureau_id,
    timeZone: account.time_zone,
    username: account.username,
    displayName: account.display_name,
  };
}
