import { expect, test } from 'vitest';
import { dayNotice, dayTyped } from './typed-day.ts';

test('P8 a day may be typed the ways offices write it', () => {
  const typed = ['2026年9月5日', '2026-9-5', '2026/09/05', '2026.9.5', '20260905', '２０２６-０９-０５'];
  expect(typed.map(dayTyped)).toEqual(Array(typed.length).fill('2026-09-05'));
});

test('P8 what is no day of the calendar is none', () => {
  expect(['2026-2-30', '9月5日', '2026-13-01', '昨天', '20260001'].map(dayTyped)).toEqual(
    Array(5).fill(null),
  );
});

test('P8 a typed day that is not taken is said, with the reason', () => {
  expect(dayNotice('昨天', undefined, undefined)).toContain('不是日期');
  expect(dayNotice('2026-1-5', '2026-11-01', '2026-11-21')).toBe(
    '2026年1月5日早于可选的 2026年11月1日，没有填入。',
  );
  expect(dayNotice('2026-11-22', '2026-11-01', '2026-11-21')).toContain('晚于可选的 2026年11月21日');
  expect([dayNotice('2026-11-20', '2026-11-01', '2026-11-21'), dayNotice('', undefined, undefined)]).toEqual([
    null,
    null,
  ]);
});
