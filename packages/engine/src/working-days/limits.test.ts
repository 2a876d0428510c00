import { expect, test } from 'vitest';
import { addWorkingDays, countWorkingDays, isWorkingDay } from './working-days.ts';

const year = (own: number, holidays: readonly string[] = [], workdays: readonly string[] = []) => ({
  year: own,
  holidays,
  workdays,
});
const calendar = { years: [year(2025), year(2026, ['2026-10-01'], ['2026-10-10']), year(2027)] };
const missing = (own: number) => ({
  ok: false,
  refusals: [
    {
      code: 'calendarMissing',
      path: `calendar.years[${own}]`,
      message: `没有 ${own} 年的节假日和调休表，不能推算工作日；请先导入国务院办公厅公布的 ${own} 年安排`,
    },
  ],
});
const noDate = (text: string) => ({
  ok: false,
  refusals: [
    { code: 'dateMalformed', path: 'date', message: `“${text}”不是有效日期，请写成 2026-09-25 的形式` },
  ],
});

test('§13 every day of a week, a day off and a make-up day, by the table of its own year', () => {
  const worked = ['05', '06', '07', '08', '09', '10', '11', '01'].map(
    (day) => isWorkingDay(calendar, `2026-10-${day}`).ok && isWorkingDay(calendar, `2026-10-${day}`),
  );
  expect(worked).toEqual(
    [true, true, true, true, true, true, false, false].map((value) => ({ ok: true, value })),
  );
  expect(isWorkingDay(calendar, '2026-10-03')).toEqual({ ok: true, value: false });
  expect(isWorkingDay(calendar, '2025-10-01')).toEqual({ ok: true, value: true });
  const before1970 = { years: [year(1969)] };
  expect(isWorkingDay(before1970, '1969-12-28')).toEqual({ ok: true, value: false });
  expect(isWorkingDay(before1970, '1969-12-27')).toEqual({ ok: true, value: false });
  expect(isWorkingDay(before1970, '1969-12-26')).toEqual({ ok: true, value: true });
});

test('§13 a limit runs over the turn of the year by both tables', () => {
  expect(addWorkingDays(calendar, '2026-12-30', 3)).toEqual({ ok: true, value: '2027-01-04' });
  expect(countWorkingDays(calendar, '2026-12-30', '2027-01-04')).toEqual({ ok: true, value: 3 });
});

test('§13 the year without a table is named, whoever asks', () => {
  expect(isWorkingDay(calendar, '2028-01-03')).toEqual(missing(2028));
  expect(isWorkingDay(null, '2026-01-05')).toEqual(missing(2026));
  expect(addWorkingDays(calendar, '2027-12-30', 5)).toEqual(missing(2028));
  expect(addWorkingDays(calendar, '2028-01-03', 0)).toEqual({ ok: true, value: '2028-01-03' });
  expect(countWorkingDays(calendar, '2027-12-31', '2028-01-03')).toEqual(missing(2028));
  expect(countWorkingDays(null, '2028-01-03', '2028-01-03')).toEqual({ ok: true, value: 0 });
});

test('§13 what is no date or no number of days is refused', () => {
  expect(isWorkingDay(calendar, '2026-02-30')).toEqual(noDate('2026-02-30'));
  expect(addWorkingDays(calendar, '9月1日', 5)).toEqual(noDate('9月1日'));
  expect(countWorkingDays(calendar, 'x', '2026-09-01')).toEqual(noDate('x'));
  expect(countWorkingDays(calendar, '2026-09-01', 'y')).toEqual(noDate('y'));
  const days = {
    ok: false,
    refusals: [{ code: 'daysOutOfRange', path: 'days', message: '工作日数应为 0 至 1000 的整数' }],
  };
  for (const wrong of [-1, 1001, 1.5, Number.NaN]) {
    expect(addWorkingDays(calendar, '2026-09-01', wrong)).toEqual(days);
  }
  const years = { years: Array.from({ length: 8 }, (_, at) => year(2026 + at)) };
  expect(addWorkingDays(years, '2026-09-01', 1000)).toMatchObject({ ok: true });
});

test('§13 counting: what is not later has none; a span beyond all reason is a mistyped date', () => {
  expect(countWorkingDays(calendar, '2026-09-02', '2026-09-01')).toEqual({ ok: true, value: 0 });
  expect(countWorkingDays(calendar, '2026-09-01', '2026-09-02')).toEqual({ ok: true, value: 1 });
  expect(countWorkingDays(calendar, '2026-09-01', '2081-09-01')).toEqual({
    ok: false,
    refusals: [
      {
        code: 'spanTooLong',
        path: 'to',
        message: '2026-09-01 至 2081-09-01 的跨度过长，请核对日期',
      },
    ],
  });
  const long = { years: Array.from({ length: 60 }, (_, at) => year(1970 + at)) };
  expect(countWorkingDays(long, '1970-01-01', '2024-10-04')).toMatchObject({ ok: true });
  expect(countWorkingDays(long, '1970-01-01', '2024-10-05')).toMatchObject({
    refusals: [{ code: 'spanTooLong' }],
  });
});
