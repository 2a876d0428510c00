import { parseDecimal, toText } from '@mingji/engine';
import type { Cell } from '../../../spreadsheet/workbook.ts';
import { foldText, isBlankMark, writtenText } from './cell-text.ts';

/** A quantity as offices write it: 1,200,000 · 10分 · 480家次 · 120万 · 95%. The number is an exact decimal. */
export type OfficeQuantity =
  | { kind: 'quantity'; value: string; unit: string | null; multiplied: boolean }
  | { kind: 'blank' }
  | { kind: 'unreadable' };

const TIMES: Record<string, number> = { 百: 2, 千: 3, 万: 4, 十万: 5, 百万: 6, 千万: 7, 亿: 8 };
const PATTERN =
  /^[(]?([+-]?\d{1,3}(?:,\d{3})+|[+-]?\d+)(\.\d+)?(百万|千万|十万|百|千|万|亿)?([\u3400-\u9fffa-z%‰]{0,6}?)[)]?$/;

function shift(text: string, places: number): string {
  const [whole = '', fraction = ''] = text.split('.');
  const padded = fraction.padEnd(places, '0');
  return `${whole}${padded.slice(0, places)}.${padded.slice(places)}`.replace(/\.$/, '');
}

export function readOfficeQuantity(cell: Cell): OfficeQuantity {
  const text = foldText(writtenText(cell));
  if (isBlankMark(text)) return { kind: 'blank' };
  if (cell.kind !== 'text' && cell.kind !== 'number') return { kind: 'unreadable' };
  const match = PATTERN.exec(text);
  if (!match) return { kind: 'unreadable' };
  const [, whole = '', fraction = '', times, unit = ''] = match;
  const plain =
    whole
      .replaceAll(',', '')
      .replace(/^\+/, '')
      .replace(/^(-?)0+(?=\d)/, '$1') + fraction;
  const exact = parseDecimal(times === undefined ? plain : shift(plain, TIMES[times] ?? 0));
  if (exact === undefined) return { kind: 'unreadable' };
  return {
    kind: 'quantity',
    value: toText(exact),
    unit: unit === '' ? null : unit,
    multiplied: times !== undefined,
  };
}
