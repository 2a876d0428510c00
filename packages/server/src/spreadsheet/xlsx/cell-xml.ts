import { cellAddress } from '../cell-address.ts';
import { neutralizeText } from '../neutralize-text.ts';
import type { CellStyle, CellStyles } from './cell-styles.ts';
import type { OutputColumn, OutputValue } from './output-sheet.ts';
import { cellText } from './xml-text.ts';

const DECIMAL = /^-?\d+(\.\d+)?$/;

/** As many decimals as the exact string has, so that 90.00 prints as 90.00. */
function formatFor(exact: string): string {
  const decimals = exact.length - 1 - exact.indexOf('.');
  return exact.includes('.') ? `0.${'0'.repeat(decimals)}` : '0';
}

/** Fifteen digits are what a spreadsheet number can hold; a longer exact decimal is kept as text. */
const fitsSpreadsheetNumber = (exact: string) =>
  exact.length <= 15 || exact.replace(/^-?0*\.?0*|\./g, '').replace('-', '').length <= 15;

/** Text that stands in one cell, disarmed. */
export function textCell(row: number, column: number, text: string, style: number): string {
  const content = cellText(neutralizeText(text));
  return `<c r="${cellAddress(row, column)}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${content}</t></is></c>`;
}

/** Chinese signs are two columns wide: what is longer than its column goes on in the next line. */
function overflows(text: string, width: number): boolean {
  return text.length * 2 > width || text.includes('\n');
}

/** One ruled cell of the table. */
export function valueCell(
  row: number,
  column: number,
  value: OutputValue,
  { width, align }: Pick<OutputColumn, 'width' | 'align'>,
  font: CellStyle['font'],
  styles: CellStyles,
): string {
  const look = { font, ruled: true, align };
  if (value === null) return `<c r="${cellAddress(row, column)}" s="${styles.of(look)}"/>`;
  if (value.kind === 'text') {
    const wrap = overflows(value.text, width);
    return textCell(row, column, value.text, styles.of({ ...look, wrap, format: '@' }));
  }
  const exact = value.decimal;
  if (!DECIMAL.test(exact)) throw new TypeError(`not an exact decimal: ${exact}`);
  if (!fitsSpreadsheetNumber(exact)) return textCell(row, column, exact, styles.of(look));
  const style = styles.of({ ...look, format: value.format ?? formatFor(exact) });
  return `<c r="${cellAddress(row, column)}" s="${style}"><v>${exact}</v></c>`;
}
