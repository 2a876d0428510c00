import type { Answer, identity } from '@mingji/contract';
import { ROLE_NAMES } from '@mingji/contract';
import type { Role } from '@mingji/engine';
import { sql } from 'kysely';
import type { Deps } from '../../../context.ts';
import { DEMO_PREFIX, demoRoles } from '../demo-accounts.ts';

type Page = Answer<typeof identity.getSignInPage>;

export async function signInPage(deps: Deps): Promise<Page> {
  const bureau = await deps.db
    .selectFrom('bureau')
    .select(['name', 'is_demo'])
    .orderBy('created_at')
    .executeTakeFirst();
  const showDemo = deps.demoMode && bureau?.is_demo === true;
  return {
    bureauName: bureau?.name ?? null,
    initialized: bureau !== undefined,
    demoAccounts: showDemo ? await demoAccounts(deps) : [],
  };
}

async function demoAccounts(deps: Deps): Promise<Page['demoAccounts']> {
  const rows = await deps.db
    .selectFrom('account')
    .leftJoin('unit', 'unit.id', 'account.unit_id')
    .select([
      'account.username',
      'account.display_name',
      'unit.name as unit_name',
      sql<
        Role[]
      >`(select coalesce(json_agg(r.role), '[]') from account_role r where r.account_id = account.id)`.as(
        'roles',
      ),
    ])
    .where('account.username', 'like', `${DEMO_PREFIX}%`)
    .where('account.state', '=', 'active')
    .orderBy('account.username')
    .limit(50)
    .execute();
  return rows
    .map((row) => ({ row, place: demoRoles.findIndex(({ role }) => row.roles.includes(role)) }))
    .sort((one, other) => one.place - other.place)
    .flatMap(({ row, place }) => {
      const shown = demoRoles[place];
      if (!shown) return [];
      return {
        username: row.username,
        displayName: row.display_name,
        unitName: row.unit_name,
        roleLabel: ROLE_NAMES[shown.role],
        purpose: shown.purpose,
      };
    });
}
