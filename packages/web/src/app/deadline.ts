import { dayOf, daysBetween, formatDay, formatInstant } from './format-time.ts';

export interface DeadlineState {
  readonly kind: 'overdue' | 'today' | 'near' | 'far' | 'done';
  /** Days left; negative when past. */
  readonly days: number;
  /** Whole minutes left, when it is less than an hour. */
  readonly minutes?: number;
}

const NEAR_DAYS = 3;
const MINUTE_MS = 60_000;

/** Where a deadline stands. A day lasts to its end; an instant ends at its moment. Work that is done is never overdue. */
export function deadlineState(due: string, now: Date, timeZone: string, done = false): DeadlineState {
  const today = dayOf(now, timeZone);
  const instant = due.includes('T');
  const days = daysBetween(today, instant ? lastDayOf(due, timeZone) : due.slice(0, 10));
  if (done) return { kind: 'done', days };
  const past = instant ? Date.parse(due) < now.getTime() : days < 0;
  if (past) return { kind: 'overdue', days };
  const left = instant ? Math.floor((Date.parse(due) - now.getTime()) / MINUTE_MS) : 60;
  if (left < 60) return { kind: 'today', days, minutes: left };
  if (days === 0) return { kind: 'today', days };
  return { kind: days <= NEAR_DAYS ? 'near' : 'far', days };
}

/** The midnight that ends a day belongs to that day (§6). */
function lastDayOf(due: string, timeZone: string): string {
  return dayOf(new Date(Date.parse(due) - 1), timeZone);
}

/** 2026年9月25日 24:00, as notices write it, never the 26th 00:00; a bare day stays a day. */
export function deadlineWords(due: string, timeZone: string): string {
  if (!due.includes('T')) return formatDay(due);
  const words = formatInstant(due, timeZone);
  return words.endsWith(' 00:00') ? `${formatDay(lastDayOf(due, timeZone))} 24:00` : words;
}
