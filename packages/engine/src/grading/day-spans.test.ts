import { expect, test } from 'vitest';
import { calendarDays, daySpan, mergeInside, workingDays } from './day-spans.ts';

const window = daySpan('2026-09-01', '2026-09-30');
const days = (...spans: (readonly [string, string])[]) =>
  calendarDays(
    mergeInside(
      window,
      spans.map(([from, to]) => daySpan(from, to)),
    ),
  );

test('§8 days are counted with both ends, once, inside the window', () => {
  expect(days(['2026-09-01', '2026-09-01'])).toBe(1);
  expect(days(['2026-08-01', '2026-10-31'])).toBe(30);
  expect(days(['2026-09-10', '2026-09-12'], ['2026-09-12', '2026-09-13'])).toBe(4);
  expect(days(['2026-09-12', '2026-09-13'], ['2026-09-10', '2026-09-20'])).toBe(11);
  expect(days(['2026-09-10', '2026-09-11'], ['2026-09-13', '2026-09-13'])).toBe(3);
  expect(days(['2026-08-01', '2026-08-31'], ['2026-10-01', '2026-10-02'])).toBe(0);
  expect(days()).toBe(0);
});

test('§13 working days of several spans add up; a year without a table is refused', () => {
  const calendar = { years: [{ year: 2026, holidays: ['2026-09-25'], workdays: ['2026-09-20'] }] };
  const spans = [daySpan('2026-09-01', '2026-09-07'), daySpan('2026-09-19', '2026-09-25')];
  expect(workingDays(calendar, spans)).toEqual({ ok: true, value: 10 });
  const refused = workingDays(null, spans);
  expect(refused.ok ? [] : refused.refusals.map(({ code }) => code)).toEqual(['calendarMissing']);
});

test('§8 a day that is none is a mistake of the program', () => {
  expect(() => daySpan('2026-02-30', '2026-03-01')).toThrow('not a day: 2026-02-30');
});
