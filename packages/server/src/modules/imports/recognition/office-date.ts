import type { Cell } from '../../../spreadsheet/workbook.ts';
import { foldText, isBlankMark, writtenText } from './cell-text.ts';

/** YYYY-MM or YYYY-MM-DD, as exact as the cell was. */
export type OfficeDate =
  | { kind: 'date'; value: string }
  | { kind: 'blank' }
  /** 1977.1 as a number is January, or October whose zero the spreadsheet dropped. */
  | { kind: 'ambiguous'; candidates: string[] }
  | { kind: 'unreadable' };

const UNREADABLE: OfficeDate = { kind: 'unreadable' };
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;
const DAY = 86_400_000;

function isoDate(yearText: string, monthText: string, dayText?: string): OfficeDate {
  const [year, month, day] = [Number(yearText), Number(monthText), Number(dayText ?? '1')];
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return UNREADABLE;
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day < 1 || day > lastDay) return UNREADABLE;
  const two = (part: number) => String(part).padStart(2, '0');
  const value = `${year}-${two(month)}`;
  return { kind: 'date', value: dayText === undefined ? value : `${value}-${two(day)}` };
}

/** Serial numbers without a date format: days since 1899-12-30, or since 1904-01-01 in old Mac files. */
function fromSerial(days: number, date1904: boolean): OfficeDate {
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const date = new Date(epoch + Math.floor(days) * DAY);
  return isoDate(String(date.getUTCFullYear()), String(date.getUTCMonth() + 1), String(date.getUTCDate()));
}

function fromDigits(digits: string, date1904: boolean): OfficeDate {
  if (digits.length === 8) return isoDate(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6));
  if (digits.length === 6) return isoDate(digits.slice(0, 4), digits.slice(4));
  // Five digits are a day count: 10000 is 1927, 73050 is 2099.
  if (digits.length === 5 && Number(digits) >= 10_000) return fromSerial(Number(digits), date1904);
  return UNREADABLE;
}

function fromNumber(text: string, format: string | undefined, date1904: boolean): OfficeDate {
  const [whole = '', fraction] = text.split('.');
  if (fraction === undefined || whole.length === 5) return fromDigits(whole, date1904);
  if (whole.length !== 4) return UNREADABLE;
  if (fraction.length === 4) return isoDate(whole, fraction.slice(0, 2), fraction.slice(2));
  if (fraction.length === 2 || fraction !== '1')
    return fraction.length <= 2 ? isoDate(whole, fraction) : UNREADABLE;
  if (format !== undefined && /^0\.00(_|;|$)/.test(format)) return isoDate(whole, '10');
  return { kind: 'ambiguous', candidates: [`${whole}-01`, `${whole}-10`] };
}

const WRITTEN = /^(\d{4})[年./-](\d{1,2})(?:月份?|)(?:[./-]?(\d{1,2})(?:日|号)?)?[./-]?$/;
const CLOCK = /[t ]?\d{1,2}:\d{2}(:\d{2})?(\.\d+)?z?$/i;

/** §4.8: every way in which offices write a month or a day. */
export function readOfficeDate(cell: Cell, date1904: boolean): OfficeDate {
  if (cell.kind === 'date') return { kind: 'date', value: writtenText(cell) };
  if (cell.kind === 'number') return fromNumber(cell.text, cell.format, date1904);
  if (cell.kind !== 'text') return cell.kind === 'empty' ? { kind: 'blank' } : UNREADABLE;
  const text = foldText(cell.text.replace(CLOCK, '')).replace(/^['’‘`]/, '');
  if (isBlankMark(text)) return { kind: 'blank' };
  if (/^\d+$/.test(text)) return fromDigits(text, date1904);
  const match = WRITTEN.exec(text);
  if (!match) return UNREADABLE;
  const [, year = '', month = '', day] = match;
  // 2001.0304 without a second separator would read as month 03, day 04 only by luck.
  if (day !== undefined && !/\d[月./-]\d/.test(text.slice(5))) return UNREADABLE;
  return isoDate(year, month, day);
}
