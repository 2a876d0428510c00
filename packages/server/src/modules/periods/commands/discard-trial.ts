import type { periodCalendar, Received } from '@mingji/contract';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { Refusal } from '../../../refusal.ts';
import { endTrialWork } from '../end-trial-work.ts';
import { findPeriod } from '../period-row.ts';
import { getPeriod } from '../queries/get-period.ts';
import { recordPeriodEvent } from '../record-event.ts';

/** A trial that is over without a seal: no more work, no results shown; what was entered stays in the ledger, unused. */
export async function discardTrial(ctx: Ctx, { params, body }: Received<typeof periodCalendar.discardTrial>) {
  const { periodId } = params;
  return runCommand(
    ctx,
    { name: 'period.discardTrial', requestId: body.requestId, content: { periodId, ...body } },
    async (tx) => {
      const row = await findPeriod(tx, ctx.actor.bureauId, periodId, true);
      requireAccess(ctx, 'period.manage', { unitPath: row.unit_path });
      if (!row.trial) {
        throw new Refusal('refused', `周期“${row.label}”不是试运行，不能作废；停用的周期请保留并照常封存。`);
      }
      if (row.state === 'sealed') throw new Refusal('sealed', `试运行周期“${row.label}”已封存，不能作废。`);
      if (row.discarded_at !== null) throw new Refusal('conflict', `试运行周期“${row.label}”已经作废过。`);
      await tx
        .updateTable('period')
        .set({ state: 'draft', discarded_at: ctx.now, published_at: null })
        .where('id', '=', periodId)
        .execute();
      await endTrialWork(tx, ctx, { id: periodId, label: row.label }, body.reason);
      await recordPeriodEvent(tx, ctx, { periodId, action: 'discarded', reason: body.reason });
      return {
        result: { period: await getPeriod(tx, ctx, periodId) },
        audit: {
          action: 'period.discarded',
          subjectKind: 'period',
          subjectId: periodId,
          summary: `作废试运行周期“${row.label}”，原因：${body.reason}`,
        },
      };
    },
  );
}
