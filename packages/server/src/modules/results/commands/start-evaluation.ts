import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { Refusal } from '../../../refusal.ts';
import { entryCount, presentEvaluation } from '../evaluation-view.ts';
import { loadPeriod } from '../period-context.ts';
import { queueEvaluation, runningEvaluation } from '../queue-evaluation.ts';

/** Queues the computation of a period; while one runs, answers with that one: closing twice is one closing (§15). */
export async function startEvaluation(ctx: Ctx, input: { periodId: string; requestId: string }) {
  return runCommand(
    ctx,
    { name: 'startEvaluation', requestId: input.requestId, content: input },
    async (tx) => {
      const { bureauId, accountId } = ctx.actor;
      const period = await loadPeriod(tx, bureauId, input.periodId, true);
      requireAccess(ctx, 'period.close', { unitPath: period.unitPath });
      if (period.state === 'sealed')
        throw new Refusal('sealed', `“${period.label}”已封存，成绩不能重新计算。`);
      if (period.state === 'draft')
        throw new Refusal('refused', `“${period.label}”尚未开放，没有可计算的内容。`);
      const running = await runningEvaluation(tx, period.id, ctx.now);
      const wish = { bureauId, periodId: period.id, accountId, now: ctx.now };
      const evaluation = running ?? (await queueEvaluation(tx, ctx.deps, wish));
      return {
        result: { evaluation: presentEvaluation(evaluation, await entryCount(tx, period.id)) },
        audit: {
          action: 'period.evaluate',
          subjectKind: 'period',
          subjectId: period.id,
          summary: running ? `${period.label}：计算正在进行，未重复启动` : `启动计算 ${period.label} 的成绩`,
        },
      };
    },
  );
}
