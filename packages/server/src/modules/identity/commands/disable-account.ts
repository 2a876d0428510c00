import type { identity } from '@mingji/contract';
import type { z } from 'zod';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { Refusal } from '../../../refusal.ts';
import { requireAdministratorsRemain } from '../grants.ts';
import { lockAccount } from '../lock-account.ts';
import { endSessions } from '../open-session.ts';

type Input = z.output<typeof identity.disableAccount.body>;

/** Disables for good and ends the sessions; the person gets a new account when he comes back. */
export async function disableAccount(ctx: Ctx, accountId: string, input: Input): Promise<{ ok: true }> {
  const request = {
    name: 'disableAccount',
    requestId: input.requestId,
    content: { accountId, reason: input.reason },
  };
  return runCommand(ctx, request, async (tx) => {
    requireAccess(ctx, 'account.disable', {});
    const account = await lockAccount(tx, ctx, accountId);
    if (account.id === ctx.actor.accountId) {
      throw new Refusal('forbidden', '不得停用本人账号，请由其他系统管理员办理。');
    }
    if (account.state === 'disabled') {
      throw new Refusal('conflict', `账号 ${account.username} 已经停用。请刷新列表。`);
    }
    await requireAdministratorsRemain(tx, ctx, accountId, []);
    await tx.updateTable('account').set({ state: 'disabled' }).where('id', '=', accountId).execute();
    await endSessions(tx, accountId);
    return {
      result: { ok: true },
      audit: {
        action: 'account.disabled',
        subjectKind: 'account',
        subjectId: accountId,
        summary: `停用账号 ${account.username}（${account.display_name}）；理由：${input.reason}`,
      },
    };
  });
}
