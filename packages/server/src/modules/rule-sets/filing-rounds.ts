import type { ruleSets } from '@mingji/contract';
import type { Reader } from '../../db/database.ts';

function filingQuery(db: Reader) {
  return db
    .selectFrom('rule_set_filing as f')
    .innerJoin('unit as receiver', 'receiver.id', 'f.receiver_unit_id')
    .leftJoin('account as sender', 'sender.id', 'f.submitted_by')
    .leftJoin('account as decider', 'decider.id', 'f.decided_by')
    .select([
      'f.id',
      'f.state',
      'f.note',
      'f.submitted_by',
      'f.submitted_at',
      'f.opinion',
      'f.decided_at',
      'receiver.id as receiver_id',
      'receiver.name as receiver_name',
      'receiver.path as receiver_path',
      'sender.display_name as submitted_by_name',
      'decider.display_name as decided_by_name',
    ]);
}
export type FilingRow = Awaited<ReturnType<ReturnType<typeof filingQuery>['execute']>>[number];

/** Each time the version was sent up, newest first. */
export async function filingRounds(db: Reader, versionId: string): Promise<FilingRow[]> {
  return filingQuery(db)
    .where('f.rule_set_version_id', '=', versionId)
    .orderBy('f.submitted_at', 'desc')
    .limit(50)
    .execute();
}

/** The filings as a list query, for the queue of the office above. */
export const filings = filingQuery;

export function presentFiling(row: FilingRow): ruleSets.FilingView {
  return {
    id: row.id,
    state: row.state as ruleSets.FilingView['state'],
    receiver: { id: row.receiver_id, name: row.receiver_name },
    note: row.note,
    submittedByName: row.submitted_by_name,
    submittedAt: row.submitted_at.toISOString(),
    opinion: row.opinion,
    decidedByName: row.decided_by_name,
    decidedAt: row.decided_at?.toISOString() ?? null,
  };
}
