import { ROLE_NAMES } from '@mingji/contract';
import { administratorRoles, isAdministrator, type Role, rolesAreCompatible } from '@mingji/engine';
import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { Refusal } from '../../refusal.ts';
import type { LockedAccount } from './lock-account.ts';

export interface GrantWish {
  readonly role: Role;
  readonly unitId: string;
}

/** Refuses grants that may not stand together or lead nowhere; tells all that is wrong at once. */
export async function requireGrantable(
  tx: Tx,
  ctx: Ctx,
  account: LockedAccount,
  wishes: readonly GrantWish[],
): Promise<void> {
  if (!rolesAreCompatible(wishes.map((wish) => wish.role))) {
    throw new Refusal(
      'refused',
      '三员角色互斥，且不得兼任业务角色（三员分立）。请只保留其中一个管理员角色。',
    );
  }
  const units = await unitsById(tx, ctx, wishes);
  const seen = new Set<string>();
  const problems = wishes.flatMap((wish, index) => {
    const path = `grants.${index}`;
    const unit = units.get(wish.unitId);
    const key = `${wish.role} ${wish.unitId}`;
    const twice = seen.has(key);
    seen.add(key);
    if (twice) return [{ path, message: '同一角色在同一单位重复授予' }];
    if (!unit) return [{ path: `${path}.unitId`, message: '单位不存在' }];
    if (unit.abolished_on) return [{ path: `${path}.unitId`, message: `${unit.name}已撤销，不能授权` }];
    if (isAdministrator(wish.role) && unit.parent_id !== null)
      return [{ path: `${path}.unitId`, message: '三员只能授予在本局（根单位）' }];
    if (wish.role === 'officer' && account.officer_id === null)
      return [{ path: `${path}.role`, message: '账号没有关联人员，不能授予民警角色' }];
    return [];
  });
  if (problems.length > 0) throw new Refusal('refused', '授权有误，请按提示修改。', problems);
}

async function unitsById(tx: Tx, ctx: Ctx, wishes: readonly GrantWish[]) {
  const ids = [...new Set(wishes.map((wish) => wish.unitId))];
  if (ids.length === 0) return new Map<string, never>();
  const rows = await tx
    .selectFrom('unit')
    .select(['id', 'name', 'parent_id', 'abolished_on'])
    .where('bureau_id', '=', ctx.actor.bureauId)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Makes these the account's only grants. */
export async function replaceGrants(
  tx: Tx,
  ctx: Ctx,
  accountId: string,
  wishes: readonly GrantWish[],
): Promise<void> {
  await tx.deleteFrom('account_role').where('account_id', '=', accountId).execute();
  for (const wish of wishes) {
    await tx
      .insertInto('account_role')
      .values({
        account_id: accountId,
        role: wish.role,
        unit_id: wish.unitId,
        granted_by: ctx.actor.accountId,
        granted_at: ctx.now,
      })
      .execute();
  }
}

const ADMINISTRATORS_LOCK = 7_330_103;

/** Without one active administrator of each kind nobody could put the installation right again. */
export async function requireAdministratorsRemain(
  tx: Tx,
  ctx: Ctx,
  accountId: string,
  keeps: readonly Role[],
): Promise<void> {
  await sql`select pg_advisory_xact_lock(${ADMINISTRATORS_LOCK})`.execute(tx);
  const rows = await tx
    .selectFrom('account_role')
    .innerJoin('account', 'account.id', 'account_role.account_id')
    .select(['account.id', 'account_role.role'])
    .where('account.bureau_id', '=', ctx.actor.bureauId)
    .where('account.state', '=', 'active')
    .where('account_role.role', 'in', [...administratorRoles])
    .execute();
  for (const role of administratorRoles) {
    const holders = rows.filter((row) => row.role === role);
    const loses = holders.some((row) => row.id === accountId) && !keeps.includes(role);
    if (loses && holders.every((row) => row.id === accountId)) {
      throw new Refusal(
        'refused',
        `这是最后一名${ROLE_NAMES[role]}，请先为另一账号授予${ROLE_NAMES[role]}。`,
      );
    }
  }
}
