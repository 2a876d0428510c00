import type { identity } from '@mingji/contract';
import type { z } from 'zod';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { describeGrants } from '../describe-grants.ts';
import { generatePassword } from '../generate-password.ts';
import { replaceGrants, requireGrantable } from '../grants.ts';
import { withHasher } from '../hashing-slots.ts';
import { lockAccount, refuseOwnAccount, requireState } from '../lock-account.ts';
import type { AccountView } from '../present.ts';
import { viewAccount } from '../queries/account-rows.ts';
import { storePassword } from '../store-password.ts';

type Input = z.output<typeof identity.approveAccount.body>;
interface Approved {
  readonly account: AccountView;
  /** Shown once; a repetition of the request does not get it again. */
  readonly initialPassword: string | null;
}

export async function approveAccount(ctx: Ctx, accountId: string, input: Input): Promise<Approved> {
  const { requestId, ...content } = input;
  const initialPassword = generatePassword();
  const hash = await withHasher((hasher) => hasher.hash(initialPassword));
  const request = { name: 'approveAccount', requestId, content: { accountId, ...content } };
  return runCommand<Approved>(ctx, request, async (tx) => {
    requireAccess(ctx, 'account.approve', {});
    const account = await lockAccount(tx, ctx, accountId);
    refuseOwnAccount(ctx, account, '审批');
    requireState(account, 'pending', '审批');
    await requireGrantable(tx, ctx, account, input.grants);
    await tx
      .updateTable('account')
      .set({ state: 'active', approved_by: ctx.actor.accountId })
      .where('id', '=', accountId)
      .where('state', '=', 'pending')
      .execute();
    await storePassword(tx, accountId, hash, { mustChange: true, now: ctx.now });
    await replaceGrants(tx, ctx, accountId, input.grants);
    const view = await viewAccount(tx, ctx, accountId);
    return {
      result: { account: view, initialPassword },
      remembered: { account: view, initialPassword: null },
      audit: {
        action: 'account.approved',
        subjectKind: 'account',
        subjectId: accountId,
        summary: `审批账号 ${account.username}（${account.display_name}），授予${describeGrants(view.grants)}`,
        detail: { grants: input.grants },
      },
    };
  });
}
