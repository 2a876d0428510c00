import type { Role } from '@mingji/engine';
import type { Reader } from '../../db/database.ts';

/** Who holds 'bulletin.approve', by role; the ability counts at exactly the issuing unit. */
const APPROVING: readonly Role[] = ['supervisingLeader', 'bureauLeader', 'unitHead'];

export async function approversOf(reader: Reader, unitId: string): Promise<{ id: string; name: string }[]> {
  return reader
    .selectFrom('account_role')
    .innerJoin('account', 'account.id', 'account_role.account_id')
    .select(['account.id', 'account.display_name as name'])
    .distinct()
    .where('account_role.role', 'in', [...APPROVING])
    .where('account_role.unit_id', '=', unitId)
    .where('account.state', '=', 'active')
    .orderBy('account.display_name')
    .limit(50)
    .execute();
}
