import type { Ctx } from '../../context.ts';
import type { Reader } from '../../db/database.ts';

export const targetEventLabels = {
  issued: '下达',
  opened: '查收',
  decomposed: '分解',
  changed: '调整数量',
  withdrawn: '撤回',
  press: '催办',
} as const;
export type TargetAction = keyof typeof targetEventLabels;

export interface TargetEvent {
  readonly targetId: string;
  readonly action: TargetAction;
  readonly reason: string | null;
}

/** The timeline of targets: what was issued, opened, split, changed, by whom and why (P10, P13). */
export async function recordTargetEvents(
  db: Reader,
  ctx: Ctx,
  events: readonly TargetEvent[],
): Promise<void> {
  if (events.length === 0) return;
  await db
    .insertInto('work_event')
    .values(
      events.map((event) => ({
        bureau_id: ctx.actor.bureauId,
        work_kind: 'target',
        work_id: event.targetId,
        action: event.action,
        account_id: ctx.actor.accountId,
        account_name: ctx.actor.displayName,
        reason: event.reason,
        at: ctx.now,
      })),
    )
    .execute();
}
