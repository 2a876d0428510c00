import type { Ctx } from '../../../context.ts';
import type { Reader } from '../../../db/database.ts';
import { countWork } from '../count-work.ts';
import { eventLabel } from '../event-labels.ts';
import { findPeriod } from '../period-row.ts';
import { presentPeriod } from '../present.ts';

export async function getPeriod(db: Reader, ctx: Ctx, periodId: string) {
  const row = await findPeriod(db, ctx.actor.bureauId, periodId);
  const counts = await countWork(db, ctx, [periodId]);
  const events = await db
    .selectFrom('work_event')
    .select(['action', 'account_name', 'at', 'reason'])
    .where('work_kind', '=', 'period')
    .where('work_id', '=', periodId)
    .orderBy('seq', 'desc')
    .limit(300)
    .execute();
  return {
    ...presentPeriod(ctx, row, counts(periodId)),
    timeline: events.reverse().map((event) => ({
      action: event.action,
      actionLabel: eventLabel(event.action),
      byName: event.account_name,
      at: event.at.toISOString(),
      reason: event.reason,
    })),
  };
}
