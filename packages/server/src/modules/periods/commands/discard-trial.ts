import type { periodCalendar, Received } from '@mingji/contract';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { Refusal } from '../../../refusal.ts';
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
        throw new Refusal(
          'refused',
          `周期「${row.label}」不是试运行，不能作废；停用的周期请保留并照常封存。`,
        );
      }
      if (row.state === 'sealed') throw new Refusal('sealed', `试运行周期「${row.label}」已封存，不能作废。`);
      if (row.discarded_at !== null) throw new Refusal('conflict', `试运行周期「${row.label}」已经作废过。`);
      await tx
        .updateTable('period')
        .set({ state: 'draft', discarded_at: ctx.now, published_at: null })
        .where('id', '=', periodId)
        .execute();
      await closeWork(tx, ctx, periodId);
      await recordPeriodEvent(tx, ctx, { periodId, action: 'discarded', reason: body.reason });
      return {
        result: { period: await getPeriod(tx, ctx, periodId) },
        audit: {
          action: 'period.discarded',
          subjectKind: 'period',
          subjectId: periodId,
          summary: `作废试运行周期「${row.label}」，原因：${body.reason}`,
        },
      };
    },
  );
}

/** Nobody is left waiting for a review that nobody will do. */
async function closeWork(tx: Tx, ctx: Ctx, periodId: string): Promise<void> {
  const waiting = await tx
    .updateTable('submission')
    .set({ state: 'withdrawn', updated_at: ctx.now })
    .where('period_id', '=', periodId)
    .where('state', 'in', ['submitted', 'returned'])
    .returning(['id', 'latest_version'])
    .execute();
  for (let from = 0; from < waiting.length; from += 1000) {
    await tx
      .insertInto('work_event')
      .values(
        waiting.slice(from, from + 1000).map((each) => ({
          bureau_id: ctx.actor.bureauId,
          work_kind: 'submission',
          work_id: each.id,
          action: 'withdraw',
          account_id: ctx.actor.accountId,
          account_name: ctx.actor.displayName,
          reason: '试运行周期已作废',
          version: each.latest_version,
          at: ctx.now,
        })),
      )
      .execute();
  }
}
