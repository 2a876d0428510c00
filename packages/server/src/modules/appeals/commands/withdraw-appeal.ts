import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { Refusal } from '../../../refusal.ts';
import { findAppeal } from '../find-appeal.ts';
import { moveAppeal } from '../move-appeal.ts';
import { appealViewOf } from '../queries/appeal-rows.ts';

/** Who filed it may take it back before it is answered, and may file again within the limit. */
export async function withdrawAppeal(ctx: Ctx, appealId: string, requestId: string) {
  return runCommand(ctx, { name: 'appeal.withdraw', requestId, content: { appealId } }, async (tx) => {
    const row = await findAppeal(tx, ctx, appealId);
    if (row.author_account_id !== ctx.actor.accountId) {
      throw new Refusal('forbidden', '只有提出复议的人可以撤回。');
    }
    await moveAppeal(tx, ctx, row, 'withdraw', null);
    return {
      result: { appeal: await appealViewOf(tx, ctx, appealId) },
      audit: { action: 'appeal.withdrawn', subjectKind: 'appeal', subjectId: appealId, summary: '撤回复议' },
    };
  });
}
