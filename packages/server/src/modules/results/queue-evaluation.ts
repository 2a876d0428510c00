import { randomUUID } from 'node:crypto';
import type { Deps } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { latestEvaluation } from './evaluation-view.ts';

/** A computation without a sign of life for this long belongs to a process that is gone. */
const STALE_MS = 2 * 60_000;

interface Wish {
  readonly bureauId: string;
  readonly periodId: string;
  /** Null: the calendar asked for it. */
  readonly accountId: string | null;
  readonly now: Date;
}

/** The computation that runs for the period, given up first when its process is gone; null: none does. */
export async function runningEvaluation(tx: Tx, periodId: string, now: Date) {
  await tx
    .updateTable('evaluation')
    .set({ state: 'failed', failure: '计算进程中断，已自动作废', finished_at: now })
    .where('period_id', '=', periodId)
    .where('state', 'in', ['queued', 'running'])
    .where('progressed_at', '<', new Date(now.getTime() - STALE_MS))
    .execute();
  const latest = await latestEvaluation(tx, periodId);
  return latest && (latest.state === 'queued' || latest.state === 'running') ? latest : null;
}

/** Puts a computation in the queue together with its job: both are there, or neither is. */
export async function queueEvaluation(tx: Tx, deps: Pick<Deps, 'jobs'>, wish: Wish) {
  const row = await tx
    .insertInto('evaluation')
    .values({
      id: randomUUID(),
      bureau_id: wish.bureauId,
      period_id: wish.periodId,
      state: 'queued',
      step: '等待计算',
      requested_by: wish.accountId,
      requested_at: wish.now,
      progressed_at: wish.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await deps.jobs.add(tx, 'evaluatePeriod', { evaluationId: row.id }, `evaluate:${row.id}`);
  return row;
}
