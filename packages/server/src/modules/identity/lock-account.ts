import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { notFound, Refusal } from '../../refusal.ts';

export type LockedAccount = Awaited<ReturnType<typeof lockAccount>>;

/** The account, locked until the command ends: two administrators deciding at once come one after the other. */
export async function lockAccount(tx: Tx, ctx: Ctx, accountId: string) {
  const account = await tx
    .selectFrom('account')
    .select(['id', 'username', 'display_name', 'state', 'officer_id', 'unit_id', 'created_by'])
    .where('id', '=', accountId)
    .where('bureau_id', '=', ctx.actor.bureauId)
    .forUpdate()
    .executeTakeFirst();
  if (!account) throw notFound('账号');
  return account;
}

/** 三员: nobody approves, grants to or resets himself or an account that he made. */
export function refuseOwnAccount(ctx: Ctx, account: LockedAccount, act: string): void {
  if (account.id === ctx.actor.accountId) {
    throw new Refusal('forbidden', `不得为本人${act}（三员分立），请由其他管理员办理。`);
  }
  if (account.created_by === ctx.actor.accountId) {
    throw new Refusal('forbidden', `不得为本人建立的账号${act}（三员分立），请由其他管理员办理。`);
  }
}

/** An act on an account in the wrong state is a conflict: the list on the screen is old. */
export function requireState(account: LockedAccount, wanted: 'pending' | 'active', act: string): void {
  if (account.state === wanted) return;
  const words = { pending: '待审批', active: '已启用', disabled: '已停用' } as const;
  const state = words[account.state as keyof typeof words];
  throw new Refusal('conflict', `账号 ${account.username} 现为“${state}”，不能${act}。请刷新列表后再办理。`);
}
