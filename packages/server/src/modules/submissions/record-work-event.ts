import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/database.ts';

export interface WorkEvent {
  readonly workKind: 'submission' | 'appeal' | 'writtenReview' | 'outcome' | 'bulletin';
  readonly workId: string;
  readonly action: string;
  readonly reason: string | null;
  readonly version: number | null;
}

/** One step of the timeline that everybody concerned can see: who, when, why. */
export async function recordWorkEvent(tx: Tx, ctx: Ctx, event: WorkEvent): Promise<void> {
  await tx
    .insertInto('work_event')
    .values({
      bureau_id: ctx.actor.bureauId,
      work_kind: event.workKind,
      work_id: event.workId,
      action: event.action,
      account_id: ctx.actor.accountId,
      account_name: ctx.actor.displayName,
      reason: event.reason,
      version: event.version,
      at: ctx.now,
    })
    .execute();
}
