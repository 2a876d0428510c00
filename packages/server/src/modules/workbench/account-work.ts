import { holdsAbility } from '@mingji/engine';
import type { Ctx } from '../../context.ts';
import type { Waiting } from './urgency.ts';

/** The administrators' view: accounts that wait for approval. They see no scores (三员). */
export async function accountWork(ctx: Ctx): Promise<Waiting[]> {
  const { n } = await ctx.deps.db
    .selectFrom('account')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('bureau_id', '=', ctx.actor.bureauId)
    .where('state', '=', 'pending')
    .executeTakeFirstOrThrow();
  if (n === 0) return [];
  const approves = holdsAbility(ctx.actor, 'account.approve');
  return [
    {
      key: 'accounts',
      title: approves ? '待审批的账号' : '已建、待安全管理员审批的账号',
      detail: approves ? '审批时授予角色，并取得一次性初始密码' : '审批后方可登录',
      count: n,
      address: '/accounts?state=pending',
    },
  ];
}
