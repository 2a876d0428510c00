import type { identity } from '@mingji/contract';
import type { z } from 'zod';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { describeGrants } from '../describe-grants.ts';
import { replaceGrants, requireAdministratorsRemain, requireGrantable } from '../grants.ts';
import { lockAccount, refuseOwnAccount, requireState } from '../lock-account.ts';
import { endSessions } from '../open-session.ts';
import type { AccountView } from '../present.ts';
import { viewAccount } from '../queries/account-rows.ts';

type Input = z.output<typeof identity.setGrants.body>;

/** Replaces the account's grants; whoever was signed in with the old ones signs in again. */
export async function setGrants(
  ctx: Ctx,
  accountId: string,
  input: Input,
): Promise<{ account: AccountView }> {
  const { requestId, ...content } = input;
  return runCommand(ctx, { name: 'setGrants', requestId, content: { accountId, ...content } }, async (tx) => {
    requireAccess(ctx, 'account.grant', {});
    const account = await lockAccount(tx, ctx, accountId);
    refuseOwnAccount(ctx, account, '授权');
    requireState(account, 'active', '调整授权');
    await requireGrantable(tx, ctx, account, input.grants);
    const keeps = input.grants.map((grant) => grant.role);
    await requireAdministratorsRemain(tx, ctx, accountId, keeps);
    const before = await viewAccount(tx, ctx, accountId);
    await replaceGrants(tx, ctx, accountId, input.grants);
    await endSessions(tx, accountId);
    const view = await viewAccount(tx, ctx, accountId);
    return {
      result: { account: view },
      audit: {
        action: 'account.granted',
        subjectKind: 'account',
        subjectId: accountId,
        summary: `${account.username} 的授权由${describeGrants(before.grants)}改为${describeGrants(view.grants)}；理由：${input.reason}`,
        detail: { grants: input.grants, reason: input.reason },
      },
    };
  });
}
