/** Dates as offices write them: 2026年9月25日. Days are plain text and never pass through a time zone. */
export function formatDay(day: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(day);
  if (!parts) return day;
  return `${parts[1]}年${Number(parts[2])}月${Number(parts[3])}日`;
}

/** 9月25日, where the year is plain from the place. */
export function formatShortDay(day: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(day);
  return parts ? `${Number(parts[2])}月${Number(parts[3])}日` : day;
}

/** The calendar day of an instant in the bureau's time zone, as YYYY-MM-DD. */
export function dayOf(instant: string | Date, timeZone: string): string {
  const { year, month, day } = partsOf(instant, timeZone);
  return `${year}-${month}-${day}`;
}

/** The last day of a deadline that falls on midnight: 24:00 of the 25th is the 25th, not the 26th. */
export function lastDay(instant: string, timeZone: string): string {
  return dayOf(new Date(Date.parse(instant) - 1), timeZone);
}

/** 2026年9月25日 14:05 in the bureau's time zone. */
export function formatInstant(instant: string | Date, timeZone: string): string {
  const { year, month, day, hour, minute } = partsOf(instant, timeZone);
  return `${year}年${Number(month)}月${Number(day)}日 ${hour}:${minute}`;
}

/** With seconds, for logs. */
export function formatExactInstant(instant: string | Date, timeZone: string): string {
  return `${formatInstant(instant, timeZone)}:${partsOf(instant, timeZone).second}`;
}

/** Whole days from one day to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function partsOf(instant: string | Date, timeZone: string) {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
  }
  const parts: Record<string, string> = {};
  for (const part of format.formatToParts(new Date(instant))) parts[part.type] = part.value;
  const { year = '', month = '', day = '', hour = '', minute = '', second = '' } = parts;
  return { year, month, day, hour, minute, second };
}
