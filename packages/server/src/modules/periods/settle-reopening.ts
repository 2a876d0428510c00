import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { Refusal } from '../../refusal.ts';

/** Ends an open request; who comes second is told. */
export async function settleReopening(
  tx: Tx,
  ctx: Ctx,
  reopeningId: string,
  state: 'confirmed' | 'refused' | 'withdrawn',
  answer: string | null,
): Promise<void> {
  const settled = await tx
    .updateTable('period_reopening')
    .set({
      state,
      answer,
      decided_by: ctx.actor.accountId,
      decided_by_name: ctx.actor.displayName,
      decided_at: ctx.now,
    })
    .where('id', '=', reopeningId)
    .where('state', '=', 'open')
    .executeTakeFirst();
  if (settled.numUpdatedRows === 0n) {
    throw new Refusal('conflict', '该申请刚被他人办理，请刷新后查看最新状态。');
  }
}
