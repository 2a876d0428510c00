import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addWorkingDays, countWorkingDays, isWorkingDay } from './working-days.ts';

/** 1–7 October 2026 off, as a fixture; the make-up Saturday only where a test says so. */
const october = ['01', '02', '03', '04', '05', '06', '07'].map((day) => `2026-10-${day}`);
const calendar = (workdays: readonly string[] = []) => ({
  years: [{ year: 2026, holidays: october, workdays }],
});
const end = (workdays: readonly string[], from: string, days: number) => {
  const result = addWorkingDays(calendar(workdays), from, days);
  return result.ok ? result.value : result.refusals[0]?.code;
};

test('§13 published on Monday 28 September 2026, a notice of five working days ends on 12 October', () => {
  expect(end([], '2026-09-28', 5)).toBe('2026-10-12');
});

test('§13 a Saturday that is worked counts, and the notice ends on it', () => {
  expect(end(['2026-10-10'], '2026-09-28', 5)).toBe('2026-10-10');
});

test('§13 the day of publication is day 0, also on a day off', () => {
  expect(end([], '2026-11-16', 5)).toBe('2026-11-23');
  expect(end([], '2026-11-14', 1)).toBe('2026-11-16');
  expect(end([], '2026-11-16', 0)).toBe('2026-11-16');
});

test('§13 without the table of that year the calculation is refused, not guessed', () => {
  expect(end([], '2026-12-30', 5)).toBe('calendarMissing');
  const result = addWorkingDays(null, '2026-11-16', 5);
  expect(result).toMatchObject({ ok: false, refusals: [{ code: 'calendarMissing' }] });
  expect(end([], '2026-02-30', 5)).toBe('dateMalformed');
  expect(end([], '2026-11-16', -1)).toBe('daysOutOfRange');
});

test('§13 holidays, weekends and make-up days are told apart', () => {
  const worked = (date: string) => {
    const result = isWorkingDay(calendar(['2026-10-10']), date);
    return result.ok && result.value;
  };
  expect(['2026-10-01', '2026-10-08', '2026-10-10', '2026-10-11', '2026-10-12'].map(worked)).toEqual([
    false,
    true,
    true,
    false,
    true,
  ]);
});

test('§13 counting the working days of a limit gives back the limit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 60 }), (day, days) => {
      const from = `2026-08-${String(day).padStart(2, '0')}`;
      const last = addWorkingDays(calendar(), from, days);
      if (!last.ok) throw new Error('refused');
      expect(countWorkingDays(calendar(), from, last.value)).toEqual({ ok: true, value: days });
      expect(isWorkingDay(calendar(), last.value)).toEqual({ ok: true, value: true });
    }),
  );
});
