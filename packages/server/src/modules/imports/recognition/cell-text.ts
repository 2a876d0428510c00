import type { Cell } from '../../../spreadsheet/workbook.ts';

/** What a user would say stands in the cell. Dates as ISO, numbers as plain decimals. */
export function writtenText(cell: Cell): string {
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'date':
      return cell.precision === 'month' ? cell.iso.slice(0, 7) : cell.iso;
    case 'boolean':
      return cell.value ? 'TRUE' : 'FALSE';
    default:
      return cell.text;
  }
}

// Invisible characters that come along when text is pasted from a chat window or a web page.
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;

// Most cells hold nothing that could fold; looking is far cheaper than normalising.
const PLAIN = /^[\x20-\x7e\u3400-\u9fff]*$/;

/** Full-width letters, digits and punctuation become half-width; invisible characters go. */
export const foldWidth = (text: string): string =>
  PLAIN.test(text) ? text : text.normalize('NFKC').replace(INVISIBLE, '');

export const withoutSpaces = (text: string): string => text.replace(/\s+/g, '');

/** For comparing headings and unit names: width, spaces, bracket forms and letter case do not matter. */
export const foldText = (text: string): string => withoutSpaces(foldWidth(text)).toLowerCase();

/** 无, —, -, /, ／ and their doubles are how offices write “nothing” (§4.8). */
export function isBlankMark(text: string): boolean {
  const folded = foldText(text);
  return folded === '' || /^(无|暂无|没有|空|null|n\/a|[-—–―_/\\、.·*]+)$/.test(folded);
}

export const isBlank = (cell: Cell): boolean => isBlankMark(writtenText(cell));

/** A cell that holds nothing of its own or, when covered by a merge, nothing at all. */
export const isEmpty = (cell: Cell): boolean => cell.kind === 'empty';

/** Ordinary text of a field: outer spaces go, inner ones too between Chinese characters. */
export function tidyText(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])/g, '');
}
