import { formatDay, parseDay } from '../kernel/instant.ts';
import type { Result } from '../kernel/refusal.ts';
import type { WorkingDayCalendar } from '../working-days/calendar.ts';
import { countWorkingDays } from '../working-days/working-days.ts';

/** Day numbers, both ends included. */
export interface DaySpan {
  readonly first: number;
  readonly last: number;
}

function dayNumber(day: string): number {
  const number = parseDay(day);
  if (number === undefined) throw new TypeError(`not a day: ${day}`);
  return number;
}

export function daySpan(from: string, to: string): DaySpan {
  return { first: dayNumber(from), last: dayNumber(to) };
}

/** What lies inside the window, overlapping days once (§8: leave is counted by days, not by requests). */
export function mergeInside(window: DaySpan, spans: readonly DaySpan[]): readonly DaySpan[] {
  const merged: DaySpan[] = [];
  let next = window.first;
  for (const span of [...spans].sort((a, b) => a.first - b.first)) {
    const first = Math.max(span.first, next);
    const last = Math.min(span.last, window.last);
    if (first > last) continue;
    merged.push({ first, last });
    next = last + 1;
  }
  return merged;
}

export function calendarDays(spans: readonly DaySpan[]): number {
  return spans.reduce((days, { first, last }) => days + last - first + 1, 0);
}

/** §13: refused without the table of a year in which a day lies. */
export function workingDays(calendar: WorkingDayCalendar | null, spans: readonly DaySpan[]): Result<number> {
  let days = 0;
  for (const { first, last } of spans) {
    const counted = countWorkingDays(calendar, formatDay(first - 1), formatDay(last));
    if (!counted.ok) return counted;
    days += counted.value;
  }
  return { ok: true, value: days };
}
