import { neutralizeText } from './neutralize-text.ts';
import type { OutputValue } from './output-sheet.ts';

const DECIMAL = /^-?\d+(\.\d+)?$/;

/** Fifteen digits are what a spreadsheet number can hold; a longer exact decimal is kept as text. */
const fitsSpreadsheetNumber = (exact: string) =>
  exact.length <= 15 || exact.replace(/^-?0*\.?0*|\./g, '').replace('-', '').length <= 15;

/** What XML 1.0 cannot carry: control characters and half a surrogate pair. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const UNSPEAKABLE = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** Text as users typed it, disarmed, in signs a workbook can carry. */
export function plainText(text: string): string {
  return neutralizeText(text.replace(/\r\n?/g, '\n').replace(UNSPEAKABLE, '\ufffd'));
}

/** What stands in the cell: a number where a spreadsheet can hold it exactly, else text; null stays empty. */
export function cellValue(value: OutputValue): string | number | null {
  if (value === null) return null;
  if (value.kind === 'text') return plainText(value.text);
  if (!DECIMAL.test(value.decimal)) throw new TypeError(`not an exact decimal: ${value.decimal}`);
  return fitsSpreadsheetNumber(value.decimal) ? Number(value.decimal) : value.decimal;
}
