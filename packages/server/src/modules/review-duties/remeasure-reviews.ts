import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';
import { reviewDueAt } from './time-limits.ts';

interface MovedPeriod {
  readonly id: string;
  readonly bureauId: string;
  readonly timeZone: string;
  readonly reviewBy: Date;
}

/** The end of a period's review was moved: what waits in it is due by the new one, counted from when it came. */
export async function remeasureReviews(tx: Tx, period: MovedPeriod): Promise<void> {
  const { rows } = await sql<{ owner_unit_id: string; from: Date; ids: string[] }>`
    select s.owner_unit_id, min(s.assigned_at) as from, array_agg(s.id::text) as ids
    from submission s
    where s.bureau_id = ${period.bureauId} and s.period_id = ${period.id} and s.state = 'submitted'
      and s.assigned_at is not null
    group by s.owner_unit_id, (s.assigned_at at time zone ${period.timeZone})::date`.execute(tx);
  for (const { owner_unit_id: ownerUnitId, from, ids } of rows) {
    const due = await reviewDueAt(tx, { ...period, ownerUnitId, from });
    await tx.updateTable('submission').set({ review_due_at: due }).where('id', 'in', ids).execute();
  }
}
