import { civilFromDays, daysFromCivil, formatDay, parseDay } from '../kernel/instant.ts';

/** The same day so many months later; a month without that day ends on its last. */
export function addMonths(from: string, months: number): string {
  const start = parseDay(from);
  if (start === undefined) throw new TypeError(`not a day: ${from}`);
  const { year, month, day } = civilFromDays(start);
  const count = year * 12 + month - 1 + months;
  const first = daysFromCivil(Math.floor(count / 12), (count % 12) + 1, 1);
  const next = daysFromCivil(Math.floor((count + 1) / 12), ((count + 1) % 12) + 1, 1);
  return formatDay(Math.min(first + day - 1, next - 1));
}
