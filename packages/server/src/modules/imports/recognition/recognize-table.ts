import { columnLetters } from '../../../spreadsheet/cell-address.ts';
import type { Cell, Sheet } from '../../../spreadsheet/workbook.ts';
import { foldText, isEmpty, writtenText } from './cell-text.ts';
import type { FieldSpec } from './field-spec.ts';
import type { HeaderBlock } from './header-block.ts';
import { findHeaderBlock } from './header-block.ts';
import type { LineRole } from './line-role.ts';
import { distinctCells, lineRole } from './line-role.ts';
import { matchColumns } from './match-columns.ts';

/** Column number → field; null is “leave this column out”. Plain data, stored with the import batch. */
export type ColumnMapping = { column: number; field: string | null }[];

export type RecognizedColumn = {
  column: number;
  letters: string;
  heading: string;
  group: string | null;
  hidden: boolean;
  field: string | null;
  confidence: number;
  reasons: string[];
  samples: string[];
};

export type TableLine = { row: number; role: LineRole; hidden: boolean; cells: Cell[] };

export type RecognizedTable = {
  sheet: string;
  date1904: boolean;
  headerRows: number[];
  title: string | null;
  unitLine: string | null;
  dateLine: string | null;
  columns: RecognizedColumn[];
  mapping: ColumnMapping;
  /** Every line below the header up to the last written one. */
  lines: TableLine[];
};

function linesBelow(sheet: Sheet, header: HeaderBlock): TableLine[] {
  const headerWords: string[] = [];
  for (let row = header.top; row <= header.bottom; row++) {
    for (const cell of sheet.rows[row - 1] ?? [])
      if (!isEmpty(cell)) headerWords.push(foldText(writtenText(cell)));
  }
  const hidden = new Set(sheet.hiddenRows);
  const lines: TableLine[] = [];
  for (let row = header.bottom + 1; row <= sheet.rows.length; row++) {
    const cells = sheet.rows[row - 1] ?? [];
    lines.push({ row, role: lineRole(cells, headerWords), hidden: hidden.has(row), cells });
  }
  return lines;
}

/** Title, 填报单位 and 填报日期 stand above the header in whatever order. */
function captionsAbove(sheet: Sheet, top: number) {
  let title: string | null = null;
  let unitLine: string | null = null;
  let dateLine: string | null = null;
  for (let row = 1; row < top; row++) {
    for (const cell of distinctCells(sheet.rows[row - 1] ?? [])) {
      const written = writtenText(cell).trim();
      if (/日期|时间|^\d{4}[年.\-/]/.test(foldText(written)) && written.length < 30) dateLine ??= written;
      else if (/(单位|部门)[::]/.test(foldText(written))) unitLine ??= written;
      else title ??= written;
    }
  }
  return { title, unitLine, dateLine };
}

/** Finds header, columns and lines of the table in a sheet; null when the sheet holds no such table. */
export function recognizeTable(
  sheet: Sheet,
  fields: readonly FieldSpec[],
  options: { date1904?: boolean } = {},
): RecognizedTable | null {
  const header = findHeaderBlock(sheet, fields);
  if (!header) return null;
  const lines = linesBelow(sheet, header);
  const dataLines = lines.filter((line) => line.role === 'data');
  const cellsOf = (column: number) =>
    dataLines.map((line) => line.cells[column - 1] ?? ({ kind: 'empty' } as const));
  const guesses = matchColumns(header.headings, cellsOf, fields);
  const hiddenColumns = new Set(sheet.hiddenColumns);
  const columns: RecognizedColumn[] = [];
  for (const { column, path, leaf } of header.headings) {
    const filled = cellsOf(column).filter((cell) => !isEmpty(cell));
    if (leaf === '' && filled.length === 0) continue;
    const guess = guesses.get(column) ?? { field: null, confidence: 0, reasons: [] };
    columns.push({
      column,
      letters: columnLetters(column),
      heading: leaf,
      group: path.length > 1 ? (path[0] ?? null) : null,
      hidden: hiddenColumns.has(column),
      ...guess,
      samples: filled.slice(0, 3).map(writtenText),
    });
  }
  return {
    sheet: sheet.name,
    date1904: options.date1904 === true,
    headerRows: Array.from({ length: header.bottom - header.top + 1 }, (_, index) => header.top + index),
    ...captionsAbove(sheet, header.top),
    columns,
    mapping: columns.map(({ column, field }) => ({ column, field })),
    lines,
  };
}

/** The value of a field in a line under a mapping; an unmapped field reads as empty. */
export function fieldCell(
  line: TableLine,
  mapping: ColumnMapping,
  field: string,
): { column: number; cell: Cell } | null {
  const entry = mapping.find((item) => item.field === field);
  if (!entry) return null;
  return { column: entry.column, cell: line.cells[entry.column - 1] ?? { kind: 'empty' } };
}
