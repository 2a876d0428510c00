import { formatDay, parseDay } from '../kernel/instant.ts';
import { ok, type Result } from '../kernel/refusal.ts';
import type { WorkingDayCalendar } from '../working-days/calendar.ts';
import { addWorkingDays, countWorkingDays } from '../working-days/working-days.ts';

/** Late: the last day has passed. Near: it comes within the warning. Waiting: there is time. */
export type Lateness = 'late' | 'near' | 'waiting';

export interface LatenessOf {
  readonly state: Lateness;
  /** The last day on which it was, or is, in time. */
  readonly dueOn: string;
  /** Working days since the due day; 0 while in time; null without the table of a year in between. */
  readonly workingDaysLate: number | null;
}

/** Farther back than this nothing is looked for: an allowance is a few days, a holiday a few more. */
const LOOK_BACK = 400;

/**
 * A matter that began on `since` and may take `allowance` working days, but no longer than `until`, seen on `today`
 * (§13: day 0 is the start).
 */
export function latenessOf(
  calendar: WorkingDayCalendar,
  matter: { readonly since: string; readonly allowance: number; readonly until?: string | null },
  view: { readonly today: string; readonly warning: number },
): Result<LatenessOf> {
  const due = addWorkingDays(calendar, matter.since, matter.allowance);
  if (!due.ok) return due;
  const dueOn = matter.until && matter.until < due.value ? matter.until : due.value;
  if (dueOn < view.today) {
    const days = countWorkingDays(calendar, dueOn, view.today);
    return ok({ state: 'late', dueOn, workingDaysLate: days.ok ? days.value : null });
  }
  const warned = addWorkingDays(calendar, view.today, view.warning);
  return ok({ state: warned.ok && dueOn <= warned.value ? 'near' : 'waiting', dueOn, workingDaysLate: 0 });
}

/**
 * The last start whose allowance ended before `day`: what began then or earlier is over its time, so that a database
 * can look for it by comparing days. Null when there is none within reason.
 */
export function lastStartBefore(
  calendar: WorkingDayCalendar,
  day: string,
  allowance: number,
): Result<string | null> {
  const end = parseDay(day);
  // What is no day is refused where it is added.
  if (end === undefined) return addWorkingDays(calendar, day, allowance);
  const dayBefore = formatDay(end - 1);
  for (let start = end - 1; start > end - LOOK_BACK; start--) {
    const passed = countWorkingDays(calendar, formatDay(start), dayBefore);
    if (!passed.ok) return passed;
    if (passed.value >= allowance) return ok(formatDay(start));
  }
  return ok(null);
}
