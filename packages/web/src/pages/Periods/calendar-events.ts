import { dayOf, lastDay } from '../../app/format-time.ts';
import type { Period } from './texts.ts';

export type EventKind = 'begin' | 'submit' | 'review' | 'report' | 'published' | 'sealed';
export const eventWords: Readonly<Record<EventKind, string>> = {
  begin: '周期开始',
  submit: '填报截止',
  review: '审核截止',
  report: '上报截止',
  published: '公示',
  sealed: '封存',
};

/** What happens on one day, of all periods that share it: 25 日 填报截止 ×3. */
export interface CalendarEvent {
  readonly day: string;
  readonly kind: EventKind;
  readonly periods: readonly Period[];
}

const order = Object.keys(eventWords) as EventKind[];

/** The dated moments of the year's periods, by day and kind; a deadline stands on its last day, not on the midnight after. */
export function calendarEvents(periods: readonly Period[], timeZone: string, year: number): CalendarEvent[] {
  const found = new Map<string, { day: string; kind: EventKind; periods: Period[] }>();
  for (const period of periods) {
    if (period.discardedAt !== null) continue;
    for (const [kind, day] of momentsOf(period, timeZone)) {
      if (!day.startsWith(`${year}-`)) continue;
      const key = `${day} ${kind}`;
      const event = found.get(key) ?? { day, kind, periods: [] };
      event.periods.push(period);
      found.set(key, event);
    }
  }
  return [...found.values()].sort((a, b) =>
    a.day === b.day ? order.indexOf(a.kind) - order.indexOf(b.kind) : a.day < b.day ? -1 : 1,
  );
}

function momentsOf(period: Period, timeZone: string): [EventKind, string][] {
  return [
    ['begin', period.from],
    ['submit', lastDay(period.submitBy, timeZone)],
    ['review', lastDay(period.reviewBy, timeZone)],
    ...(period.reportBy === null
      ? []
      : [['report', lastDay(period.reportBy, timeZone)] satisfies [EventKind, string]]),
    ...(period.publishedAt === null
      ? []
      : [['published', dayOf(period.publishedAt, timeZone)] satisfies [EventKind, string]]),
    ...(period.sealedAt === null
      ? []
      : [['sealed', dayOf(period.sealedAt, timeZone)] satisfies [EventKind, string]]),
  ];
}

/** The twelve months with their events; a month without any is there too. */
export function byMonth(
  events: readonly CalendarEvent[],
  year: number,
): { month: string; events: CalendarEvent[] }[] {
  return Array.from({ length: 12 }, (_, index) => {
    const month = `${year}-${String(index + 1).padStart(2, '0')}`;
    return { month, events: events.filter(({ day }) => day.startsWith(month)) };
  });
}
