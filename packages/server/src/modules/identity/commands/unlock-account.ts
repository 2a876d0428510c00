import type { identity } from '@mingji/contract';
import type { z } from 'zod';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { Refusal } from '../../../refusal.ts';
import { lockAccount, refuseOwnAccount } from '../lock-account.ts';
import { forgetFailures, isLocked, nameHash } from '../sign-in-failures.ts';

type Input = z.output<typeof identity.unlockAccount.body>;

export async function unlockAccount(ctx: Ctx, accountId: string, input: Input): Promise<{ ok: true }> {
  const request = {
    name: 'unlockAccount',
    requestId: input.requestId,
    content: { accountId, reason: input.reason },
  };
  return runCommand(ctx, request, async (tx) => {
    requireAccess(ctx, 'account.unlock', {});
    const account = await lockAccount(tx, ctx, accountId);
    refuseOwnAccount(ctx, account, '解除锁定');
    const name = nameHash(ctx.deps.crypto, account.username);
    if (!(await isLocked(tx, name, ctx.now))) {
      throw new Refusal('conflict', `账号 ${account.username} 没有被锁定。请刷新列表。`);
    }
    await forgetFailures(tx, name);
    return {
      result: { ok: true },
      audit: {
        action: 'account.unlocked',
        subjectKind: 'account',
        subjectId: accountId,
        summary: `解除账号 ${account.username} 的锁定；理由：${input.reason}`,
      },
    };
  });
}
