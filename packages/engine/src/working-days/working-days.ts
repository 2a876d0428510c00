import { formatDay, parseDay } from '../kernel/instant.ts';
import { ok, type Refusal, type Result, refused } from '../kernel/refusal.ts';
import type { WorkingDayCalendar } from './calendar.ts';

/** Longest span anyone asks about; more is a mistyped date. */
const LIMIT = 20_000;

interface Lookup {
  readonly holidays: ReadonlySet<string>;
  readonly workdays: ReadonlySet<string>;
}

function dateRefusal(text: string): Refusal {
  return { code: 'dateMalformed', message: `“${text}”不是有效日期，请写成 2026-09-25 的形式`, path: 'date' };
}

function yearRefusal(year: number): Refusal {
  return {
    code: 'calendarMissing',
    message: `没有 ${year} 年的节假日和调休表，不能推算工作日；请先导入国务院办公厅公布的 ${year} 年安排`,
    path: `calendar.years[${year}]`,
  };
}

/** §13: without the table of that year the calculation is refused, not guessed. */
class DayReader {
  readonly #calendar: WorkingDayCalendar | null;
  readonly #years = new Map<number, Lookup>();
  missingYear: number | null = null;

  constructor(calendar: WorkingDayCalendar | null) {
    this.#calendar = calendar;
  }

  isWorkingDay(day: number): boolean {
    const text = formatDay(day);
    const year = Number(text.slice(0, 4));
    let lookup = this.#years.get(year);
    if (lookup === undefined) {
      const table = this.#calendar?.years.find((candidate) => candidate.year === year);
      if (table === undefined) {
        this.missingYear = year;
        return false;
      }
      lookup = { holidays: new Set(table.holidays), workdays: new Set(table.workdays) };
      this.#years.set(year, lookup);
    }
    if (lookup.workdays.has(text)) return true;
    if (lookup.holidays.has(text)) return false;
    const weekday = (((day + 4) % 7) + 7) % 7;
    return weekday !== 0 && weekday !== 6;
  }
}

/** Whether the date is worked, by the table of its year. */
export function isWorkingDay(calendar: WorkingDayCalendar | null, date: string): Result<boolean> {
  const day = parseDay(date);
  if (day === undefined) return refused(dateRefusal(date));
  const reader = new DayReader(calendar);
  const answer = reader.isWorkingDay(day);
  return reader.missingYear === null ? ok(answer) : refused(yearRefusal(reader.missingYear));
}

/**
 * The last day of a time limit of `days` working days: the start is day 0 and the limit ends at the end of the
 * returned day (§13).
 */
export function addWorkingDays(
  calendar: WorkingDayCalendar | null,
  from: string,
  days: number,
): Result<string> {
  const start = parseDay(from);
  if (start === undefined) return refused(dateRefusal(from));
  if (!Number.isSafeInteger(days) || days < 0 || days > 1000) {
    return refused({ code: 'daysOutOfRange', message: '工作日数应为 0 至 1000 的整数', path: 'days' });
  }
  const reader = new DayReader(calendar);
  let day = start;
  let left = days;
  while (left > 0) {
    day++;
    if (reader.isWorkingDay(day)) left--;
    if (reader.missingYear !== null) return refused(yearRefusal(reader.missingYear));
  }
  return ok(formatDay(day));
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function countWorkingDays(
  calendar: WorkingDayCalendar | null,
  from: string,
  to: string,
): Result<number> {
  const start = parseDay(from);
  const end = parseDay(to);
  if (start === undefined) return refused(dateRefusal(from));
  if (end === undefined) return refused(dateRefusal(to));
  if (end - start > LIMIT) {
    return refused({ code: 'spanTooLong', message: `${from} 至 ${to} 的跨度过长，请核对日期`, path: 'to' });
  }
  const reader = new DayReader(calendar);
  let count = 0;
  for (let day = start + 1; day <= end; day++) {
    if (reader.isWorkingDay(day)) count++;
    if (reader.missingYear !== null) return refused(yearRefusal(reader.missingYear));
  }
  return ok(count);
}
