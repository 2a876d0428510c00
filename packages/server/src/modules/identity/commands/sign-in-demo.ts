import type { Deps } from '../../../context.ts';
import { notFound } from '../../../refusal.ts';
import { recordAudit } from '../../audit/index.ts';
import { DEMO_PREFIX } from '../demo-accounts.ts';
import { type Origin, openSession } from '../open-session.ts';

/** One click in demo mode: only accounts of the demo bureau whose name says that they are for showing. */
export async function signInDemo(deps: Deps, username: string, origin: Origin): Promise<string> {
  const now = deps.clock();
  return deps.db.transaction().execute(async (tx) => {
    const account = await tx
      .selectFrom('account')
      .innerJoin('bureau', 'bureau.id', 'account.bureau_id')
      .select(['account.id', 'account.bureau_id', 'account.display_name'])
      .where('account.username', '=', username)
      .where('account.username', 'like', `${DEMO_PREFIX}%`)
      .where('account.state', '=', 'active')
      .where('bureau.is_demo', '=', true)
      .executeTakeFirst();
    if (!account) throw notFound('演示账号');
    const token = await openSession(tx, deps.crypto, account.id, origin, now);
    await recordAudit(
      tx,
      {
        actor: { bureauId: account.bureau_id, accountId: account.id, displayName: account.display_name },
        now,
        address: origin.address,
        httpRequestId: origin.httpRequestId,
      },
      {
        action: 'session.opened',
        subjectKind: 'account',
        subjectId: account.id,
        summary: `${account.display_name}（${username}）以演示方式登录`,
      },
    );
    return token;
  });
}
