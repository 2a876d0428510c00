import type { organization } from '@mingji/contract';
import type { WorkingDayCalendar } from '@mingji/engine';
import { sql } from 'kysely';
import type { Reader } from '../../../db/database.ts';

export async function listCalendars(db: Reader, bureauId: string): Promise<organization.CalendarView[]> {
  const rows = await db
    .selectFrom('calendar_year')
    .select([
      'year',
      'source',
      sql<string[]>`days_off::text[]`.as('daysOff'),
      sql<string[]>`working_days::text[]`.as('workingDays'),
    ])
    .where('bureau_id', '=', bureauId)
    .orderBy('year', 'desc')
    .limit(101)
    .execute();
  return rows.map((row) => ({
    year: row.year,
    daysOff: row.daysOff,
    workingDays: row.workingDays,
    source: row.source,
  }));
}

/** The bureau's calendar for the engine's working-day functions (§13). */
export async function loadCalendar(db: Reader, bureauId: string): Promise<WorkingDayCalendar> {
  const calendars = await listCalendars(db, bureauId);
  return {
    years: calendars.map(({ year, daysOff, workingDays }) => ({
      year,
      holidays: daysOff,
      workdays: workingDays,
    })),
  };
}
