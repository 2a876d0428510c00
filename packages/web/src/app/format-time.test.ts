import { expect, test } from 'vitest';
import { dayOf, daysBetween, formatDay, formatInstant, formatShortDay } from './format-time.ts';

const zone = 'Asia/Shanghai';

test('Look dates are written 2026年9月25日 and pass through no time zone', () => {
  expect(formatDay('2026-09-25')).toBe('2026年9月25日');
  expect(formatShortDay('2026-01-05')).toBe('1月5日');
  expect(formatDay('unknown')).toBe('unknown');
});

test('P8 an instant is told in the bureau’s time, midnight as 00:00', () => {
  expect(formatInstant('2026-09-25T16:00:00Z', zone)).toBe('2026年9月26日 00:00');
  expect(dayOf('2026-09-25T15:59:59Z', zone)).toBe('2026-09-25');
});

test('P8 days are counted by the calendar', () => {
  expect(daysBetween('2026-02-27', '2026-03-01')).toBe(2);
  expect(daysBetween('2026-11-25', '2026-11-21')).toBe(-4);
});
