import { type RawBuilder, sql } from 'kysely';

/** The accounts that have withdrawn themselves from reviewing a submission; its timeline keeps it, with the reason. */
export function recusedFrom(submissionId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select recusal.account_id from work_event recusal
    where recusal.work_kind = 'submission' and recusal.work_id = ${submissionId} and recusal.action = 'recuse'`;
}
