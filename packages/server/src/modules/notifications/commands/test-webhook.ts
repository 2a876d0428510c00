import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { Refusal } from '../../../refusal.ts';
import { deliveriesOf } from '../queue-deliveries.ts';

/** Queues one message to the administrator himself, whatever kinds the gateway takes otherwise. */
export async function testWebhook(
  ctx: Ctx,
  { requestId }: { readonly requestId: string },
): Promise<{ ok: true }> {
  return runCommand(ctx, { name: 'testWebhook', requestId, content: {} }, async (tx) => {
    requireAccess(ctx, 'webhook.manage', {});
    const gateway = await tx
      .selectFrom('webhook')
      .select('enabled')
      .where('bureau_id', '=', ctx.actor.bureauId)
      .executeTakeFirst();
    if (!gateway?.enabled) {
      throw new Refusal('refused', '消息网关还没有启用，不能发测试。请先填写网关地址并启用。');
    }
    await tx
      .insertInto('webhook_delivery')
      .values(
        deliveriesOf(
          { bureauId: ctx.actor.bureauId, now: ctx.now },
          {
            kind: 'webhookTest',
            title: '明绩消息网关测试',
            detail: '收到这一条，说明网关能接收并能核验签名。',
            address: '/webhook',
            about: { kind: 'webhook', id: null },
            accountIds: [ctx.actor.accountId],
          },
        ),
      )
      .execute();
    return {
      result: { ok: true },
      audit: {
        action: 'webhook.tested',
        subjectKind: 'webhook',
        subjectId: ctx.actor.bureauId,
        summary: '向消息网关发一条测试',
      },
    };
  });
}
