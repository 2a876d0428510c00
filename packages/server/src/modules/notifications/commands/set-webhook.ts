import { randomBytes } from 'node:crypto';
import { type Answer, notifications } from '@mingji/contract';
import type { z } from 'zod';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { viewWebhook } from '../queries/get-webhook.ts';

type Input = z.output<typeof notifications.setWebhook.body>;

const SECRET_BYTES = 32;

/** Where notices leave to. The secret is made here, answered once, and kept encrypted; a repetition is answered without it. */
export async function setWebhook(ctx: Ctx, input: Input): Promise<Answer<typeof notifications.setWebhook>> {
  const { requestId, ...content } = input;
  return runCommand(ctx, { name: 'setWebhook', requestId, content }, async (tx) => {
    requireAccess(ctx, 'webhook.manage', {});
    const { bureauId, accountId } = ctx.actor;
    const existing = await tx
      .selectFrom('webhook')
      .select('bureau_id')
      .where('bureau_id', '=', bureauId)
      .forUpdate()
      .executeTakeFirst();
    const secret = !existing || input.newSecret ? randomBytes(SECRET_BYTES).toString('base64url') : null;
    const values = {
      url: input.url,
      digest: input.digest,
      enabled: input.enabled,
      kinds: [...new Set(input.kinds)],
      changed_by: accountId,
      changed_at: ctx.now,
    };
    const cipher =
      secret === null ? null : ctx.deps.crypto.encrypt(ctx.deps.keys.personalData, Buffer.from(secret));
    await (cipher === null
      ? tx.updateTable('webhook').set(values).where('bureau_id', '=', bureauId)
      : tx
          .insertInto('webhook')
          .values({ bureau_id: bureauId, ...values, secret_cipher: cipher })
          .onConflict((conflict) =>
            conflict.column('bureau_id').doUpdateSet({ ...values, secret_cipher: cipher }),
          )
    ).execute();
    const webhook = await viewWebhook(tx, ctx);
    if (!webhook) throw new Error('the gateway that was just set is not there');
    return {
      result: { webhook, secret },
      remembered: { webhook, secret: null },
      audit: {
        action: 'webhook.set',
        subjectKind: 'webhook',
        subjectId: bureauId,
        summary: `${input.enabled ? '启用' : '停用'}消息网关 ${input.url}（${kindsText(values.kinds)}）${secret === null ? '' : '，更换签名密钥'}`,
      },
    };
  });
}

function kindsText(kinds: readonly notifications.NoticeKind[]): string {
  return kinds.length === 0 ? '全部通知' : kinds.map((kind) => notifications.noticeKinds[kind]).join('、');
}
