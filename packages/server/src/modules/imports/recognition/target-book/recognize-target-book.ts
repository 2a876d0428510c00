import type { Workbook } from '../../../../spreadsheet/workbook.ts';
import type { SheetChoice } from '../choose-sheet.ts';
import { rankSheets } from '../choose-sheet.ts';
import type { ColumnMapping } from '../recognize-table.ts';
import type { CellEdit } from '../recognized.ts';
import { unitDirectory } from '../resolve-unit.ts';
import type { RecognizedDecomposition } from './judge-decomposition.ts';
import { judgeDecomposition } from './judge-decomposition.ts';
import type { RecognizedTargetBook, TargetBookContext } from './judge-target-book.ts';
import { judgeTargetBook } from './judge-target-book.ts';
import { targetBookFields } from './target-book-fields.ts';

export type TargetBookReading = {
  sheets: SheetChoice[];
  book: RecognizedTargetBook | null;
  decomposition: RecognizedDecomposition | null;
};

export type TargetBookOptions = {
  bookSheet?: string;
  /** The columns as the user corrected them; by default as recognised. */
  bookMapping?: ColumnMapping;
  decompositionSheet?: string | null;
  bookEdits?: readonly CellEdit[];
  decompositionEdits?: readonly CellEdit[];
};

/** P18: which sheet is the book, which one splits the targets, and what both say. */
export function recognizeTargetBook(
  workbook: Workbook,
  context: TargetBookContext,
  options: TargetBookOptions = {},
): TargetBookReading {
  const fields = targetBookFields(unitDirectory(context.units, context.bureauName));
  const sheets = rankSheets(workbook, fields);
  const wanted = options.bookSheet;
  const choice = wanted === undefined ? sheets[0] : sheets.find(({ sheet }) => sheet === wanted);
  const fits = choice?.table && (wanted !== undefined || choice.missingRequired.length <= 2);
  const book =
    choice?.table && fits
      ? judgeTargetBook(choice.table, options.bookMapping ?? choice.table.mapping, context, options.bookEdits)
      : null;
  const indicators = book?.rows
    .filter((row) => row.verdict !== 'not-a-person')
    .flatMap(({ values }) => (values.name === null ? [] : [{ name: values.name, target: values.target }]));
  const split = workbook.sheets
    .filter(({ name }) =>
      options.decompositionSheet === undefined ? name !== book?.sheet : name === options.decompositionSheet,
    )
    .map((sheet) =>
      judgeDecomposition(
        sheet,
        indicators ? { ...context, indicators } : context,
        options.decompositionEdits,
      ),
    )
    .filter((found) => found !== null)
    .sort((a, b) => b.rows.length - a.rows.length);
  return { sheets, book, decomposition: split[0] ?? null };
}
