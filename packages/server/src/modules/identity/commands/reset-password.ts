import type { identity } from '@mingji/contract';
import type { z } from 'zod';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { generatePassword } from '../generate-password.ts';
import { withHasher } from '../hashing-slots.ts';
import { lockAccount, refuseOwnAccount, requireState } from '../lock-account.ts';
import { endSessions } from '../open-session.ts';
import { storePassword } from '../store-password.ts';

type Input = z.output<typeof identity.resetPassword.body>;
interface Reset {
  readonly initialPassword: string | null;
}

/** A new one-time password, shown once; it must be changed at the next sign-in. A lock stays until it is lifted. */
export async function resetPassword(ctx: Ctx, accountId: string, input: Input): Promise<Reset> {
  const initialPassword = generatePassword();
  const hash = await withHasher((hasher) => hasher.hash(initialPassword));
  const request = {
    name: 'resetPassword',
    requestId: input.requestId,
    content: { accountId, reason: input.reason },
  };
  return runCommand<Reset>(ctx, request, async (tx) => {
    requireAccess(ctx, 'account.resetPassword', {});
    const account = await lockAccount(tx, ctx, accountId);
    refuseOwnAccount(ctx, account, '重置密码');
    requireState(account, 'active', '重置密码');
    await storePassword(tx, accountId, hash, { mustChange: true, now: ctx.now });
    await endSessions(tx, accountId);
    return {
      result: { initialPassword },
      remembered: { initialPassword: null },
      audit: {
        action: 'password.reset',
        subjectKind: 'account',
        subjectId: accountId,
        summary: `重置账号 ${account.username} 的密码；理由：${input.reason}`,
      },
    };
  });
}
