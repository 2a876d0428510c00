import type { notifications } from '@mingji/contract';
import type { Ctx } from '../../../context.ts';
import type { Reader } from '../../../db/database.ts';

/** The bureau's gateway with what waits for it; null where none was ever set. The secret never leaves. */
export async function viewWebhook(reader: Reader, ctx: Ctx): Promise<notifications.WebhookView | null> {
  const row = await reader
    .selectFrom('webhook')
    .innerJoin('account', 'account.id', 'webhook.changed_by')
    .select(['url', 'digest', 'enabled', 'kinds', 'changed_at', 'account.display_name'])
    .where('webhook.bureau_id', '=', ctx.actor.bureauId)
    .executeTakeFirst();
  if (!row) return null;
  const counts = await reader
    .selectFrom('webhook_delivery')
    .select((eb) => eb.fn.countAll<number>().filterWhere('state', '=', 'waiting').as('waiting'))
    .select((eb) => eb.fn.countAll<number>().filterWhere('state', '=', 'failed').as('failed'))
    .where('bureau_id', '=', ctx.actor.bureauId)
    .executeTakeFirstOrThrow();
  return {
    url: row.url,
    digest: row.digest as notifications.WebhookView['digest'],
    enabled: row.enabled,
    kinds: row.kinds as notifications.NoticeKind[],
    changedByName: row.display_name,
    changedAt: row.changed_at.toISOString(),
    waiting: counts.waiting,
    failed: counts.failed,
  };
}
