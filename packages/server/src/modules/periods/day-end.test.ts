import { expect, test } from 'vitest';
import { endOfDay } from './day-end.ts';

test('P8 the 25th ends at 24:00 Shanghai time, which is 16:00 UTC', () => {
  expect(endOfDay('2026-09-25', 'Asia/Shanghai').toISOString()).toBe('2026-09-25T16:00:00.000Z');
  expect(endOfDay('2026-12-31', 'Asia/Shanghai').toISOString()).toBe('2026-12-31T16:00:00.000Z');
});

test('§6 a zone that changes its clock has its own 24:00 on both sides of the change', () => {
  expect(endOfDay('2026-03-28', 'Europe/Berlin').toISOString()).toBe('2026-03-28T23:00:00.000Z');
  expect(endOfDay('2026-03-29', 'Europe/Berlin').toISOString()).toBe('2026-03-29T22:00:00.000Z');
  expect(endOfDay('2026-06-01', 'UTC').toISOString()).toBe('2026-06-02T00:00:00.000Z');
});
