import { formatDay } from '../app/format-time.ts';

/** How days are typed; the first is how they are shown. */
export const DAY_FORMATS = [
  'YYYY年M月D日',
  'YYYY-M-D',
  'YYYY-MM-DD',
  'YYYY/M/D',
  'YYYY/MM/DD',
  'YYYY.M.D',
  'YYYY.MM.DD',
  'YYYYMMDD',
] as const;

const TYPED = /^(\d{4})(?:[年\-/.](\d{1,2})[月\-/.](\d{1,2})日?|(\d{2})(\d{2}))$/;

/** The day meant by what was typed, as YYYY-MM-DD; null when it is none. */
export function dayTyped(typed: string): string | null {
  const parts = TYPED.exec(typed.normalize('NFKC').replace(/\s/g, ''));
  if (!parts) return null;
  const [year, month, day] = [parts[1], parts[2] ?? parts[4], parts[3] ?? parts[5]].map(Number);
  const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day));
  const text = date.toISOString().slice(0, 10);
  return date.getUTCMonth() + 1 === month && date.getUTCDate() === day ? text : null;
}

/** Said when a typed day is not taken; null when it is. */
export function dayNotice(typed: string, min: string | undefined, max: string | undefined): string | null {
  if (typed.trim() === '') return null;
  const day = dayTyped(typed);
  if (day === null) return `“${typed.trim()}”不是日期，没有填入。请写成 2026年9月25日 或 2026-9-25。`;
  if (min !== undefined && day < min) return `${formatDay(day)}早于可选的 ${formatDay(min)}，没有填入。`;
  if (max !== undefined && day > max) return `${formatDay(day)}晚于可选的 ${formatDay(max)}，没有填入。`;
  return null;
}
