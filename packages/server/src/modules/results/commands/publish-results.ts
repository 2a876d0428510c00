import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { Refusal } from '../../../refusal.ts';
import { lastDayOfNotice } from '../notice-window.ts';
import { loadPeriod, stateNow } from '../period-context.ts';
import { closingChecks } from '../queries/closing-checks.ts';

/** Puts a period's computed results on notice (公示). Everything that blocks publishing must be cleared first (P14). */
export async function publishResults(ctx: Ctx, input: { periodId: string; requestId: string }) {
  return runCommand(
    ctx,
    { name: 'publishResults', requestId: input.requestId, content: input },
    async (tx) => {
      const period = await loadPeriod(tx, ctx.actor.bureauId, input.periodId, true);
      requireAccess(ctx, 'period.close', { unitPath: period.unitPath });
      const state = stateNow(period, ctx.now);
      if (state !== 'reviewing' && state !== 'submissionClosed') {
        throw new Refusal(
          'conflict',
          `「${period.label}」现在不在审核阶段，不能公示。请刷新页面查看当前状态。`,
        );
      }
      const blocking = (await closingChecks(tx, ctx, period)).filter((check) => check.blocks === 'publish');
      if (blocking.length > 0) {
        throw new Refusal(
          'refused',
          `还不能公示：${blocking.map((check) => check.label).join('；')}。`,
          blocking.map((check) => ({ path: check.code, message: check.label })),
        );
      }
      await tx
        .updateTable('period')
        .set({ state: 'inNotice', published_at: ctx.now })
        .where('id', '=', period.id)
        .execute();
      await tx
        .insertInto('work_event')
        .values({
          bureau_id: ctx.actor.bureauId,
          work_kind: 'period',
          work_id: period.id,
          action: 'startNotice',
          account_id: ctx.actor.accountId,
          account_name: ctx.actor.displayName,
          at: ctx.now,
        })
        .execute();
      const noticeEndsOn = await lastDayOfNotice(tx, { ...period, publishedAt: ctx.now });
      return {
        result: { publishedAt: ctx.now.toISOString(), noticeEndsOn },
        audit: {
          action: 'period.publish',
          subjectKind: 'period',
          subjectId: period.id,
          summary: `公示 ${period.label} 的成绩`,
        },
      };
    },
  );
}
