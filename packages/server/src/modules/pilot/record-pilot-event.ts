import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/database.ts';

interface PilotEvent {
  readonly id: string;
  readonly action: 'switchedOn' | 'switchedOff';
  readonly reason: string;
}

export async function recordPilotEvent(tx: Tx, ctx: Ctx, event: PilotEvent): Promise<void> {
  await tx
    .insertInto('work_event')
    .values({
      bureau_id: ctx.actor.bureauId,
      work_kind: 'pilot',
      work_id: event.id,
      action: event.action,
      account_id: ctx.actor.accountId,
      account_name: ctx.actor.displayName,
      reason: event.reason,
      at: ctx.now,
    })
    .execute();
}
