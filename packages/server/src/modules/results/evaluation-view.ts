import type { results } from '@mingji/contract';
import { sql } from 'kysely';
import type { Reader } from '../../db/database.ts';

/** The newest computation of a period; only a finished one when `done`, and of a sealed month the one that was sealed. */
export async function latestEvaluation(reader: Reader, periodId: string, done = false) {
  return reader
    .selectFrom('evaluation')
    .selectAll()
    .where('period_id', '=', periodId)
    .$if(done, (query) => query.where('state', '=', 'done').orderBy(isSealed, 'desc'))
    .orderBy('requested_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

const isSealed = sql<boolean>`exists (select from seal where seal.evaluation_id = evaluation.id)`;

export type EvaluationRow = NonNullable<Awaited<ReturnType<typeof latestEvaluation>>>;

/** The ledger only grows, so its length tells whether a computation has seen all of it. */
export async function entryCount(reader: Reader, periodId: string): Promise<number> {
  const row = await reader
    .selectFrom('ledger_entry')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('period_id', '=', periodId)
    .executeTakeFirstOrThrow();
  return row.n;
}

export function presentEvaluation(row: EvaluationRow, entriesNow: number): results.EvaluationView {
  return {
    id: row.id,
    state: row.state as results.EvaluationView['state'],
    step: row.step,
    doneSteps: row.done_steps,
    totalSteps: row.total_steps,
    failure: row.failure,
    requestedAt: row.requested_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    entryCount: row.entry_count,
    current: row.state === 'done' && row.entry_count === entriesNow,
  };
}
