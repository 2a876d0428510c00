import { chineseDate, formatDay, parseDay } from '@mingji/engine';

export interface ReadNotice {
  readonly daysOff: string[];
  readonly workingDays: string[];
  readonly unread: string[];
}

const LONGEST_HOLIDAY = 20;
const DATE = String.raw`(?:(\d{4})[年./-])?(?:(\d{1,2})[月./-])?(\d{1,2})日?(?:\([^)]*\))?`;
const SPAN = new RegExp(`${DATE}(?:(?:至|到|-|—|~)${DATE})?`, 'g');

export function isWeekend(day: string): boolean {
  const number = parseDay(day) ?? 0;
  const weekday = (((number + 4) % 7) + 7) % 7;
  return weekday === 0 || weekday === 6;
}

/**
 * Reads a pasted notice of holidays, clause by clause: “10月1日(周四)至7日放假调休,共7天。9月20日(周日)上班”,
 * or a plain list of dates, where a weekend day means work and a weekday means off. What is not understood is handed
 * back in words, never guessed (§13).
 */
export function readHolidayNotice(text: string, year: number): ReadNotice {
  const daysOff = new Set<string>();
  const workingDays = new Set<string>();
  const unread: string[] = [];
  for (const clause of clausesOf(text)) {
    const works = /上班|补班|调休上班/.test(clause);
    const off = !works && /放假|休息|公休|假期/.test(clause);
    const days = daysIn(clause, year);
    if (days === null) {
      unread.push(clause);
      continue;
    }
    for (const day of days) {
      if (works && !isWeekend(day)) unread.push(`${chineseDate(day)}不是周末：${clause}`);
      else if (works || (!off && isWeekend(day))) workingDays.add(day);
      else if (!isWeekend(day)) daysOff.add(day);
    }
  }
  for (const day of daysOff) if (workingDays.has(day)) unread.push(`${chineseDate(day)}既放假又上班`);
  return { daysOff: [...daysOff].sort(), workingDays: [...workingDays].sort(), unread };
}

function clausesOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .split(/[\n。;]/)
    .map((clause) => clause.replace(/\s+/g, ''))
    .filter((clause) => /\d/.test(clause));
}

/** The days a clause names; null when there are digits and no date in it. */
function daysIn(clause: string, year: number): string[] | null {
  const bare = clause.replace(/共\d+天/g, '').replace(/^[一二三四五六七八九十\d]+[、.](?=\D)/, '');
  const days: string[] = [];
  let month: string | undefined;
  for (const match of bare.matchAll(SPAN)) {
    const [, fromYear, fromMonth, fromDay, toYear, toMonth, toDay] = match;
    month = fromMonth ?? month;
    if (month === undefined || fromDay === undefined) return null;
    const from = dayNumber(fromYear ?? String(year), month, fromDay);
    const to =
      toDay === undefined ? from : dayNumber(toYear ?? fromYear ?? String(year), toMonth ?? month, toDay);
    if (from === null || to === null || to < from || to - from > LONGEST_HOLIDAY) return null;
    for (let day = from; day <= to; day++) days.push(formatDay(day));
    month = toMonth ?? month;
  }
  const inYear = days.filter((day) => day.startsWith(`${year}-`));
  return days.length === 0 ? null : inYear;
}

function dayNumber(year: string, month: string, day: string): number | null {
  return parseDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`) ?? null;
}
