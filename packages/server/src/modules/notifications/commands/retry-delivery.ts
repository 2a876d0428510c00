import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { Refusal } from '../../../refusal.ts';

/** Sends again what was given up, with all its attempts anew. */
export async function retryDelivery(
  ctx: Ctx,
  deliveryId: string,
  { requestId }: { readonly requestId: string },
): Promise<{ ok: true }> {
  return runCommand(ctx, { name: 'retryDelivery', requestId, content: { deliveryId } }, async (tx) => {
    requireAccess(ctx, 'webhook.manage', {});
    const again = await tx
      .updateTable('webhook_delivery')
      .set({ state: 'waiting', attempts: 0, next_attempt_at: ctx.now, failure: null })
      .where('bureau_id', '=', ctx.actor.bureauId)
      .where('id', '=', deliveryId)
      .where('state', '=', 'failed')
      .returning('id')
      .executeTakeFirst();
    if (!again) {
      throw new Refusal('conflict', '这条投递不是失败状态，不需要重新投递。请刷新列表。');
    }
    return {
      result: { ok: true },
      audit: {
        action: 'webhook.retried',
        subjectKind: 'webhook',
        subjectId: deliveryId,
        summary: '重新投递消息网关的一条通知',
      },
    };
  });
}
