import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/database.ts';

/** What happened to a period, in its timeline, beside the audit's own event. */
export async function recordPeriodEvent(
  tx: Tx,
  ctx: Ctx,
  event: { readonly periodId: string; readonly action: string; readonly reason: string | null },
): Promise<void> {
  await tx
    .insertInto('work_event')
    .values({
      bureau_id: ctx.actor.bureauId,
      work_kind: 'period',
      work_id: event.periodId,
      action: event.action,
      account_id: ctx.actor.accountId,
      account_name: ctx.actor.displayName,
      reason: event.reason,
      at: ctx.now,
    })
    .execute();
}
