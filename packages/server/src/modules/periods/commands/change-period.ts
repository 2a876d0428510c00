import type { periods, Received } from '@mingji/contract';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { Refusal } from '../../../refusal.ts';
import { remeasureReviews } from '../../review-duties/index.ts';
import { endOfDay } from '../day-end.ts';
import { findPeriod, type PeriodRow } from '../period-row.ts';
import { getPeriod } from '../queries/get-period.ts';
import { recordPeriodEvent } from '../record-event.ts';

/** Deadlines may be moved until the seal; once people work against them, the reason is on record. */
export async function changePeriod(ctx: Ctx, { params, body }: Received<typeof periods.changePeriod>) {
  const { periodId } = params;
  return runCommand(
    ctx,
    { name: 'period.change', requestId: body.requestId, content: { periodId, ...body } },
    async (tx) => {
      const row = await findPeriod(tx, ctx.actor.bureauId, periodId, true);
      requireAccess(ctx, 'period.manage', { unitPath: row.unit_path });
      refuseChange(row, body);
      const { bureauId, timeZone } = ctx.actor;
      const reviewBy = endOfDay(body.reviewOn, timeZone);
      await tx
        .updateTable('period')
        .set({
          submit_by: endOfDay(body.submitOn, timeZone),
          review_by: reviewBy,
          report_by: body.reportOn === null ? null : endOfDay(body.reportOn, timeZone),
          notice_days: body.noticeDays,
          appeal_days: body.appealDays,
        })
        .where('id', '=', periodId)
        .execute();
      await remeasureReviews(tx, { id: periodId, bureauId, timeZone, reviewBy });
      await recordPeriodEvent(tx, ctx, { periodId, action: 'deadlinesChanged', reason: body.reason });
      return {
        result: { period: await getPeriod(tx, ctx, periodId) },
        audit: {
          action: 'period.changed',
          subjectKind: 'period',
          subjectId: periodId,
          summary: `调整周期“${row.label}”的期限${body.reason ? `，原因：${body.reason}` : ''}`,
          detail: { submitOn: body.submitOn, reviewOn: body.reviewOn, reportOn: body.reportOn },
        },
      };
    },
  );
}

function refuseChange(row: PeriodRow, body: Received<typeof periods.changePeriod>['body']): void {
  if (row.state === 'sealed') throw new Refusal('sealed', `周期“${row.label}”已封存，期限不能再改。`);
  if (row.state !== 'draft' && body.reason === null) {
    throw new Refusal('invalid', '周期开放后调整期限须填写原因，参评单位可以看到。', [
      { path: 'reason', message: '请填写原因' },
    ]);
  }
  const problems = [
    body.submitOn < row.from_on && { path: 'submitOn', message: '填报截止日不能早于周期开始。' },
    body.reviewOn < body.submitOn && { path: 'reviewOn', message: '审核截止日不能早于填报截止日。' },
    body.reportOn !== null &&
      body.reportOn < body.reviewOn && { path: 'reportOn', message: '上报日不能早于审核截止日。' },
  ].filter((problem) => problem !== false);
  if (problems.length > 0) throw new Refusal('invalid', '期限前后矛盾，请按提示改正。', problems);
}
