import { type UnsettledMatter, type WrittenReviewState, writtenReviewWorkflow } from '@mingji/engine';
import { sql } from 'kysely';
import type { Reader } from '../../db/database.ts';
import { countsOfPeriod } from '../periods/index.ts';

/** Something unfinished about a subject, with the page where it is seen. */
export interface PlacedMatter extends UnsettledMatter {
  readonly subjectId: string;
  readonly address: string;
}

/** Written reviews not accepted yet and appeals not answered yet (P16, P17). */
export async function unsettledMatters(
  reader: Reader,
  bureauId: string,
  subjectIds: readonly string[],
): Promise<readonly PlacedMatter[]> {
  const ids = [...subjectIds];
  const reviews = await sql<{
    id: string;
    subject_id: string;
    label: string;
    task: string;
    state: WrittenReviewState;
    clause: string | null;
  }>`
    select w.id, w.subject_id, p.label, w.task, w.state, w.clause
    from written_review w join period p on p.id = w.period_id and ${countsOfPeriod('p')}
    where w.bureau_id = ${bureauId} and w.subject_id = any(${ids}::uuid[])
      and w.state in ('open', 'handedIn', 'returned')
    order by p.to_on desc, w.id`.execute(reader);
  const appeals = await sql<{ subject_id: string; n: number; first_id: string }>`
    select a.subject_id, count(*) as n, (array_agg(a.id order by a.filed_at))[1] as first_id
    from appeal a join period p on p.id = a.period_id and ${countsOfPeriod('p')}
    where a.bureau_id = ${bureauId} and a.subject_id = any(${ids}::uuid[]) and a.decided_at is null
      and a.state <> 'withdrawn'
    group by a.subject_id`.execute(reader);
  return [
    ...reviews.rows.map(
      (row): PlacedMatter => ({
        subjectId: row.subject_id,
        code: 'writtenReviewOpen',
        message: `${row.label}${row.task}未办结（${writtenReviewWorkflow.states[row.state]}）`,
        clause: row.clause,
        address: `/written-reviews/${row.id}`,
      }),
    ),
    ...appeals.rows.map(
      (row): PlacedMatter => ({
        subjectId: row.subject_id,
        code: 'appealOpen',
        message: `有 ${row.n} 件复议未答复`,
        clause: null,
        address: `/appeals/${row.first_id}`,
      }),
    ),
  ];
}

/** Periods in which the subject's written review was accepted: the line below which it fell is answered for. */
export async function acceptedReviews(
  reader: Reader,
  bureauId: string,
  subjectIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ key: string }>`
    select subject_id || ' ' || period_id as key from written_review
    where bureau_id = ${bureauId} and subject_id = any(${[...subjectIds]}::uuid[]) and state = 'accepted'`.execute(
    reader,
  );
  return new Set(rows.map((row) => row.key));
}
