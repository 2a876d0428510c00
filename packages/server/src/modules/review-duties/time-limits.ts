import { addWorkingDays, type WorkingDayCalendar } from '@mingji/engine';
import type { Reader } from '../../db/database.ts';
import { localDay } from '../../local-day.ts';
import { loadCalendar } from '../organization/index.ts';
import { endOfDay } from '../periods/index.ts';

/** Where a unit has not set its own (P9). */
export const USUAL_LIMIT = { workingDays: 3, takingHours: 8 } as const;

export interface TimeLimit {
  readonly workingDays: number;
  readonly takingHours: number;
  readonly ownRule: boolean;
}

export async function timeLimitOf(reader: Reader, unitId: string): Promise<TimeLimit> {
  const row = await reader
    .selectFrom('review_time_limit')
    .select(['working_days', 'taking_hours'])
    .where('unit_id', '=', unitId)
    .executeTakeFirst();
  if (!row) return { ...USUAL_LIMIT, ownRule: false };
  return { workingDays: row.working_days, takingHours: row.taking_hours, ownRule: true };
}

export interface ReviewClock {
  readonly bureauId: string;
  readonly timeZone: string;
  readonly ownerUnitId: string;
  readonly from: Date;
  /** The end of the period's review: never later than that. */
  readonly reviewBy: Date;
  /** Of the bureau, by who has read it already. */
  readonly calendar?: WorkingDayCalendar;
}

/** When a review that begins to wait now is due; a calendar that is missing leaves the period's own end. */
export async function reviewDueAt(reader: Reader, clock: ReviewClock): Promise<Date> {
  const { workingDays } = await timeLimitOf(reader, clock.ownerUnitId);
  const calendar = clock.calendar ?? (await loadCalendar(reader, clock.bureauId));
  const last = addWorkingDays(calendar, localDay(clock.from, clock.timeZone), workingDays);
  if (!last.ok) return clock.reviewBy;
  const end = endOfDay(last.value, clock.timeZone);
  // Who hands in late, or after the review should have ended, is still given the days.
  if (clock.from.getTime() >= clock.reviewBy.getTime()) return end;
  return end.getTime() < clock.reviewBy.getTime() ? end : clock.reviewBy;
}
