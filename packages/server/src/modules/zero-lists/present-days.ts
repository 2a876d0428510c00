import { sql } from 'kysely';
import type { Reader } from '../../db/database.ts';
import type { ZeroListPeriod } from './zero-list-content.ts';

/** Working days present by officer, from the imported attendance of the month the period ends in; who is not in it is unknown. */
export async function presentDays(
  reader: Reader,
  period: Pick<ZeroListPeriod, 'bureauId' | 'toOn'>,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ officer_id: string; days: string }>`
    select officer_id, trim_scale(present_days)::text as days from attendance_month
    where bureau_id = ${period.bureauId} and month_from = date_trunc('month', ${period.toOn}::date)`.execute(
    reader,
  );
  return new Map(rows.map((row) => [row.officer_id, row.days]));
}
