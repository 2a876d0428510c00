import { dayOf, daysBetween } from './format-time.ts';

export interface DeadlineState {
  readonly kind: 'overdue' | 'today' | 'near' | 'far' | 'done';
  /** Days left; negative when past. */
  readonly days: number;
}

const NEAR_DAYS = 3;

/** Where a deadline stands. A day lasts to its end; an instant ends at its moment. Work that is done is never overdue. */
export function deadlineState(due: string, now: Date, timeZone: string, done = false): DeadlineState {
  const today = dayOf(now, timeZone);
  const instant = due.includes('T');
  const days = daysBetween(today, instant ? dayOf(due, timeZone) : due.slice(0, 10));
  if (done) return { kind: 'done', days };
  const past = instant ? Date.parse(due) < now.getTime() : days < 0;
  if (past) return { kind: 'overdue', days };
  if (days === 0) return { kind: 'today', days };
  return { kind: days <= NEAR_DAYS ? 'near' : 'far', days };
}
