import type { periodCalendar, Received } from '@mingji/contract';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { notFound, Refusal } from '../../../refusal.ts';
import { findPeriod } from '../period-row.ts';
import { getPeriod } from '../queries/get-period.ts';
import { recordPeriodEvent } from '../record-event.ts';
import { settleReopening } from '../settle-reopening.ts';

/** Who asked takes it back; afterwards the month can be published and sealed again. */
export async function withdrawReopening(
  ctx: Ctx,
  { params, body }: Received<typeof periodCalendar.withdrawReopening>,
) {
  const { periodId, reopeningId } = params;
  return runCommand(
    ctx,
    { name: 'period.withdrawReopening', requestId: body.requestId, content: { ...params } },
    async (tx) => {
      const row = await findPeriod(tx, ctx.actor.bureauId, periodId, true);
      requireAccess(ctx, 'period.manage', { unitPath: row.unit_path });
      if (row.reopening_id !== reopeningId) throw notFound('待复核的申请');
      if (row.reopening_by !== ctx.actor.accountId) {
        throw new Refusal('forbidden', '只有申请人本人可以撤回申请；不同意的，请由复核人办理。');
      }
      await settleReopening(tx, ctx, reopeningId, 'withdrawn', null);
      await recordPeriodEvent(tx, ctx, { periodId, action: 'reopeningWithdrawn', reason: null });
      return {
        result: { period: await getPeriod(tx, ctx, periodId) },
        audit: {
          action: 'period.reopeningWithdrawn',
          subjectKind: 'period',
          subjectId: periodId,
          summary: `撤回重新开放的申请：周期“${row.label}”`,
        },
      };
    },
  );
}
