import { Logger, parseCronItems, type Runner, run } from 'graphile-worker';
import { sql } from 'kysely';
import type pg from 'pg';
import type { Tx } from '../db/database.ts';
import { schedule } from './schedule.ts';

/** Work that outlives a request. Payloads are ids only: the worker reads the rest from the database. */
export interface JobPayloads {
  readonly evaluatePeriod: { readonly evaluationId: string };
  readonly runCalendar: Record<string, never>;
  readonly verifySeals: Record<string, never>;
  readonly simulateRules: { readonly simulationId: string };
  readonly escalateMatters: Record<string, never>;
  readonly tendReviews: Record<string, never>;
  readonly deliverWebhooks: Record<string, never>;
  readonly remindOverdueAppeals: Record<string, never>;
  readonly remindWrittenReviews: Record<string, never>;
}
export type JobName = keyof JobPayloads;

export interface JobQueue {
  /** Enqueued with the transaction: rolled back, it never was (principle 7). `key` makes it once only. */
  add<N extends JobName>(tx: Tx, name: N, payload: JobPayloads[N], key: string): Promise<void>;
}

export const jobQueue: JobQueue = {
  async add(tx, name, payload, key) {
    await sql`select graphile_worker.add_job(
      ${name}, payload := ${JSON.stringify(payload)}::json, job_key := ${key}, max_attempts := 3)`.execute(
      tx,
    );
  },
};

export type JobHandlers = { readonly [N in JobName]: (payload: JobPayloads[N]) => Promise<void> };

/** Only what went wrong is said: the progress of a job is in its own rows. */
const logger = new Logger(() => (level, message) => {
  if (level === 'error') console.error(message);
});

/** Runs the queue's workers inside this process; several instances share the queue. */
export async function startWorkers(pool: pg.Pool, handlers: JobHandlers): Promise<Runner> {
  const taskList = Object.fromEntries(
    Object.entries(handlers).map(([name, handler]) => [
      name,
      (payload: unknown) => handler(payload as never),
    ]),
  );
  return run({
    pgPool: pool,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 1000,
    parsedCronItems: parseCronItems(
      schedule.map(({ job, cron }) => ({ task: job, match: cron, options: { queueName: job } })),
    ),
    logger,
    taskList,
  });
}
