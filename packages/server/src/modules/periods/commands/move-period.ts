import type { periods, Received } from '@mingji/contract';
import { isReopening, needsSecondPerson, type PeriodAction, periodWorkflow } from '@mingji/engine';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { Refusal } from '../../../refusal.ts';
import { applyMove } from '../apply-move.ts';
import { effectiveState } from '../effective-state.ts';
import { findPeriod, type PeriodRow } from '../period-row.ts';
import { getPeriod } from '../queries/get-period.ts';
import { recordPeriodEvent } from '../record-event.ts';
import { tellOfReopening } from '../tell-of-reopening.ts';

/** Opens, closes, hands over to review, reopens: one step of the workflow table (§6). */
export async function movePeriod(ctx: Ctx, { params, body }: Received<typeof periods.movePeriod>) {
  const { periodId } = params;
  return runCommand(
    ctx,
    { name: 'period.move', requestId: body.requestId, content: { periodId, ...body } },
    async (tx) => {
      const row = await findPeriod(tx, ctx.actor.bureauId, periodId, true);
      requireAccess(ctx, 'period.manage', { unitPath: row.unit_path });
      if (isReopening(body.action)) refuseAlone(ctx, row);
      await applyMove(tx, row, body, { now: ctx.now, timeZone: ctx.actor.timeZone });
      await recordPeriodEvent(tx, ctx, { periodId, action: body.action, reason: body.reason });
      if (isReopening(body.action)) await tellOfReopening(tx, ctx, row, body.reason ?? '');
      return {
        result: { period: await getPeriod(tx, ctx, periodId) },
        audit: {
          action: `period.${body.action}`,
          subjectKind: 'period',
          subjectId: periodId,
          summary: `${periodWorkflow.actions[body.action as PeriodAction]}：周期“${row.label}”${body.reason ? `，原因：${body.reason}` : ''}`,
        },
      };
    },
  );
}

/** P14: above the threshold nobody reopens alone. */
function refuseAlone(ctx: Ctx, row: PeriodRow): void {
  if (row.reopening_id !== null) {
    throw new Refusal(
      'conflict',
      `周期“${row.label}”已有一件重新开放的申请待复核（${row.reopening_by_name}）。请先办理该申请。`,
    );
  }
  const state = effectiveState(row, ctx.now);
  if (state === 'sealed' || !needsSecondPerson(state, row.reopened_times)) return;
  const why = state === 'inNotice' ? '成绩已经公示' : `该周期已重新开放过 ${row.reopened_times} 次`;
  throw new Refusal(
    'refused',
    `${why}，重新开放须由第二人复核：请提出重新开放的申请，由分管领导或考核办其他负责人复核后生效。`,
  );
}
