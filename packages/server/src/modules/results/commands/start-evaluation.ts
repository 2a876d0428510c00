import { randomUUID } from 'node:crypto';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { Refusal } from '../../../refusal.ts';
import { entryCount, latestEvaluation, presentEvaluation } from '../evaluation-view.ts';
import { loadPeriod } from '../period-context.ts';

/** A computation without a sign of life for this long belongs to a process that is gone. */
const STALE_MS = 2 * 60_000;

/** Queues the computation of a period; while one runs, answers with that one: closing twice is one closing (§15). */
export async function startEvaluation(ctx: Ctx, input: { periodId: string; requestId: string }) {
  return runCommand(
    ctx,
    { name: 'startEvaluation', requestId: input.requestId, content: input },
    async (tx) => {
      const period = await loadPeriod(tx, ctx.actor.bureauId, input.periodId, true);
      requireAccess(ctx, 'period.close', { unitPath: period.unitPath });
      if (period.state === 'sealed')
        throw new Refusal('sealed', `「${period.label}」已封存，成绩不能重新计算。`);
      if (period.state === 'draft')
        throw new Refusal('refused', `「${period.label}」尚未开放，没有可计算的内容。`);
      const running = await runningEvaluation(tx, ctx, period.id);
      const evaluation = running ?? (await enqueue(tx, ctx, period.id));
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

async function runningEvaluation(tx: Tx, ctx: Ctx, periodId: string) {
  await tx
    .updateTable('evaluation')
    .set({ state: 'failed', failure: '计算进程中断，已自动作废', finished_at: ctx.now })
    .where('period_id', '=', periodId)
    .where('state', 'in', ['queued', 'running'])
    .where('progressed_at', '<', new Date(ctx.now.getTime() - STALE_MS))
    .execute();
  const latest = await latestEvaluation(tx, periodId);
  return latest && (latest.state === 'queued' || latest.state === 'running') ? latest : null;
}

async function enqueue(tx: Tx, ctx: Ctx, periodId: string) {
  const row = await tx
    .insertInto('evaluation')
    .values({
      id: randomUUID(),
      bureau_id: ctx.actor.bureauId,
      period_id: periodId,
      state: 'queued',
      step: '等待计算',
      requested_by: ctx.actor.accountId,
      requested_at: ctx.now,
      progressed_at: ctx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await ctx.deps.jobs.add(tx, 'evaluatePeriod', { evaluationId: row.id }, `evaluate:${row.id}`);
  return row;
}
