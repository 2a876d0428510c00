import type { Cell, Sheet } from '../../../spreadsheet/workbook.ts';
import { cellAt } from '../../../spreadsheet/workbook.ts';
import { foldText, isEmpty, writtenText } from './cell-text.ts';
import type { FieldSpec } from './field-spec.ts';

export type Heading = { column: number; path: string[]; leaf: string };
export type HeaderBlock = { top: number; bottom: number; headings: Heading[] };

const DEEPEST_HEADER_ROW = 40;
const HEADER_HEIGHT = 3;

/** 出生年月(YYYY-MM)* → 出生年月: what stands in brackets explains, it does not name. */
export function foldHeading(text: string): string {
  const folded = foldText(text).replace(/[*:;,。::]/g, '');
  const bare = folded.replace(/[([【〔].*?[)\]】〕]/g, '');
  return bare === '' ? folded : bare;
}

// The names of a field never change, and a header search compares them thousands of times.
const foldedNames = new WeakMap<FieldSpec, string[]>();

function namesOf(spec: FieldSpec): string[] {
  const known = foldedNames.get(spec);
  if (known) return known;
  const names = [spec.label, ...spec.synonyms].map(foldHeading);
  foldedNames.set(spec, names);
  return names;
}

export function headingScore(spec: FieldSpec, heading: string): number {
  const folded = foldHeading(heading);
  if (folded === '') return 0;
  let best = 0;
  for (const wanted of namesOf(spec)) {
    if (folded === wanted) return 1;
    if (wanted.length >= 2 && folded.includes(wanted)) {
      best = Math.max(best, 0.4 + 0.4 * (wanted.length / folded.length));
    }
  }
  return best;
}

/** Full dates, long digit strings and plain numbers stand under a header, hardly ever in it. */
function looksLikeContent(cell: Cell): boolean {
  if (cell.kind === 'number' || cell.kind === 'date' || cell.kind === 'boolean') return true;
  return /^['’]?[A-Za-z]{0,2}[\d.,/%-]+[Xx年月日分]*$/.test(foldText(writtenText(cell)));
}

function headingsOf(sheet: Sheet, top: number, bottom: number): Heading[] {
  const headings: Heading[] = [];
  for (let column = 1; column <= sheet.width; column++) {
    const path: string[] = [];
    for (let row = top; row <= bottom; row++) {
      const written = writtenText(cellAt(sheet, row, column)).trim();
      if (written !== '' && path.at(-1) !== written) path.push(written);
    }
    headings.push({ column, path, leaf: path.at(-1) ?? '' });
  }
  return headings;
}

/** How well rows top…bottom read as the header of a table with these fields. */
function scoreBlock(sheet: Sheet, top: number, bottom: number, fields: readonly FieldSpec[]): number {
  const known = new Map<string, number>();
  for (const { leaf } of headingsOf(sheet, top, bottom)) {
    if (leaf === '' || leaf.length > 30) continue;
    let best: FieldSpec | null = null;
    let bestScore = 0.5;
    for (const spec of fields) {
      const score = headingScore(spec, leaf);
      if (score > bestScore) [best, bestScore] = [spec, score];
    }
    if (best) known.set(best.field, Math.max(known.get(best.field) ?? 0, bestScore));
  }
  let content = 0;
  for (let row = top; row <= bottom; row++) {
    for (const cell of sheet.rows[row - 1] ?? []) if (looksLikeContent(cell)) content += 1;
  }
  // A block that cuts a vertical merge in two has lost half of its header.
  const cut = sheet.merges.filter(
    (merge) =>
      merge.top < merge.bottom &&
      ((merge.top < top && merge.bottom >= top) || (merge.top <= bottom && merge.bottom > bottom)),
  ).length;
  const matched = [...known.values()].reduce((sum, score) => sum + score, 0);
  return matched * 10 - content * 6 - cut * 4 - (bottom - top);
}

const isEmptyRow = (sheet: Sheet, row: number) => (sheet.rows[row - 1] ?? []).every(isEmpty);

/** Finds the header of one or several rows; null when nothing in the sheet reads like one. */
export function findHeaderBlock(
  sheet: Sheet,
  fields: readonly FieldSpec[],
): (HeaderBlock & { score: number }) | null {
  let best: { top: number; bottom: number; score: number } | null = null;
  for (let top = 1; top <= Math.min(sheet.rows.length, DEEPEST_HEADER_ROW); top++) {
    if (isEmptyRow(sheet, top)) continue;
    for (let bottom = top; bottom < top + HEADER_HEIGHT && bottom <= sheet.rows.length; bottom++) {
      if (isEmptyRow(sheet, bottom)) break;
      const score = scoreBlock(sheet, top, bottom, fields);
      if (score > (best?.score ?? 0)) best = { top, bottom, score };
    }
  }
  // One known word is a coincidence; two known columns are a table.
  if (!best || best.score < 14) return null;
  return { ...best, headings: headingsOf(sheet, best.top, best.bottom) };
}
