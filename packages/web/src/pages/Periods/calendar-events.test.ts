import { expect, test } from 'vitest';
import { byMonth, calendarEvents } from './calendar-events.ts';
import type { Period } from './texts.ts';

const period = (change: Partial<Period>): Period =>
  ({
    id: 'p',
    label: '2026年9月',
    from: '2026-09-01',
    to: '2026-09-30',
    submitBy: '2026-09-25T16:00:00.000Z',
    reviewBy: '2026-09-30T16:00:00.000Z',
    reportBy: null,
    publishedAt: null,
    sealedAt: null,
    discardedAt: null,
    ...change,
  }) as Period;

test('P14 a deadline to 24:00 stands on its own day; periods that share it stand together', () => {
  const events = calendarEvents([period({ id: 'a' }), period({ id: 'b' })], 'Asia/Shanghai', 2026);
  expect(events.map(({ day, kind, periods }) => [day, kind, periods.length])).toEqual([
    ['2026-09-01', 'begin', 2],
    ['2026-09-25', 'submit', 2],
    ['2026-09-30', 'review', 2],
  ]);
});

test('P14 what is of another year, and a trial thrown away, are not on the calendar', () => {
  const december = period({ from: '2025-12-26', publishedAt: '2026-10-02T02:00:00.000Z' });
  const days = calendarEvents(
    [december, period({ discardedAt: '2026-09-02T00:00:00Z' })],
    'Asia/Shanghai',
    2026,
  );
  expect(days.map(({ kind }) => kind)).toEqual(['submit', 'review', 'published']);
  const months = byMonth(days, 2026);
  expect(months).toHaveLength(12);
  expect(months[8]?.events).toHaveLength(2);
  expect(months[0]?.events).toEqual([]);
});
