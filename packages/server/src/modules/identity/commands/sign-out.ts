import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';

export async function signOut(ctx: Ctx, tokenHash: Buffer): Promise<{ ok: true }> {
  return runCommand(ctx, { name: 'signOut', content: null }, async (tx) => {
    await tx.deleteFrom('session').where('token_hash', '=', tokenHash).execute();
    return {
      result: { ok: true },
      audit: {
        action: 'session.closed',
        subjectKind: 'account',
        subjectId: ctx.actor.accountId,
        summary: `${ctx.actor.displayName}退出`,
      },
    };
  });
}
