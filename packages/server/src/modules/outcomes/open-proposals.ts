import type { Reader } from '../../db/database.ts';

/** Proposals in progress or agreed, by subject and kind: what need not be drawn up twice. */
export async function openProposals(
  reader: Reader,
  bureauId: string,
  subjectIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (subjectIds.length === 0) return new Map();
  const rows = await reader
    .selectFrom('outcome_proposal')
    .select(['id', 'subject_id', 'kind'])
    .where('bureau_id', '=', bureauId)
    .where('subject_id', 'in', [...new Set(subjectIds)])
    .where('state', 'in', ['draft', 'submitted', 'agreed'])
    .orderBy('created_at')
    .execute();
  return new Map(rows.map((row) => [`${row.subject_id} ${row.kind}`, row.id]));
}
