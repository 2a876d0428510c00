import type { periods, Received } from '@mingji/contract';
import { type PeriodAction, periodWorkflow, transition } from '@mingji/engine';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { Refusal } from '../../../refusal.ts';
import { endOfDay } from '../day-end.ts';
import { effectiveState } from '../effective-state.ts';
import { findPeriod, type PeriodRow } from '../period-row.ts';
import { getPeriod } from '../queries/get-period.ts';
import { recordPeriodEvent } from '../record-event.ts';

type Body = Received<typeof periods.movePeriod>['body'];

/** Opens, closes, hands over to review, reopens: one step of the workflow table (§6). */
export async function movePeriod(ctx: Ctx, { params, body }: Received<typeof periods.movePeriod>) {
  const { periodId } = params;
  return runCommand(
    ctx,
    { name: 'period.move', requestId: body.requestId, content: { periodId, ...body } },
    async (tx) => {
      const row = await findPeriod(tx, ctx.actor.bureauId, periodId, true);
      requireAccess(ctx, 'period.manage', { unitPath: row.unit_path });
      const step = transition(periodWorkflow, effectiveState(row, ctx.now), body.action, body);
      if (!step.ok) throw new Refusal('conflict', step.reason);
      const moved = await tx
        .updateTable('period')
        .set({ state: step.next, ...changesOf(ctx, row, body) })
        .where('id', '=', periodId)
        .where('state', '=', row.state)
        .executeTakeFirst();
      if (moved.numUpdatedRows === 0n) {
        throw new Refusal('conflict', '周期状态刚被他人改变，请刷新后查看最新状态。');
      }
      await recordPeriodEvent(tx, ctx, { periodId, action: body.action, reason: body.reason });
      return {
        result: { period: await getPeriod(tx, ctx, periodId) },
        audit: {
          action: `period.${body.action}`,
          subjectKind: 'period',
          subjectId: periodId,
          summary: `${periodWorkflow.actions[body.action as PeriodAction]}：周期「${row.label}」${body.reason ? `，原因：${body.reason}` : ''}`,
        },
      };
    },
  );
}

/** What goes with the state: reopening for submission sets a new deadline and takes a publication back. */
function changesOf(ctx: Ctx, row: PeriodRow, body: Body) {
  if (body.action === 'reopenReview') return { published_at: null };
  if (body.action === 'open' && ctx.now > row.submit_by) {
    throw new Refusal(
      'deadlinePassed',
      `周期「${row.label}」的填报截止时间已过，开放后也无法填报。请先调整填报截止日（补录往期时同样如此），再开放。`,
    );
  }
  if (body.action !== 'reopenSubmission') return {};
  if (body.submitOn === null) {
    throw new Refusal('invalid', '重新开放填报须定出新的截止日。', [
      { path: 'submitOn', message: '请选择新的填报截止日' },
    ]);
  }
  const submitBy = endOfDay(body.submitOn, ctx.actor.timeZone);
  if (submitBy <= ctx.now) {
    throw new Refusal('invalid', '新的填报截止时间已经过去，请选择今天或以后的日期。', [
      { path: 'submitOn', message: '须为今天或以后' },
    ]);
  }
  const reviewBy = new Date(Math.max(submitBy.getTime(), row.review_by.getTime()));
  return { published_at: null, submit_by: submitBy, review_by: reviewBy };
}
