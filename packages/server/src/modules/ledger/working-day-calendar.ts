import type { WorkingDayCalendar } from '@mingji/engine';
import { sql } from 'kysely';
import type { Reader } from '../../db/database.ts';

/** The bureau's tables of holidays and make-up working days; a missing year is missing, never guessed (§13). */
export async function workingDayCalendar(reader: Reader, bureauId: string): Promise<WorkingDayCalendar> {
  const rows = await reader
    .selectFrom('calendar_year')
    .select(['year'])
    .select(
      sql<string[]>`array(select to_char(d, 'YYYY-MM-DD') from unnest(days_off) d order by d)`.as('holidays'),
    )
    .select(
      sql<string[]>`array(select to_char(d, 'YYYY-MM-DD') from unnest(working_days) d order by d)`.as(
        'workdays',
      ),
    )
    .where('bureau_id', '=', bureauId)
    .orderBy('year')
    .execute();
  return { years: rows };
}
