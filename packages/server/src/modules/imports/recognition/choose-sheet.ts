import type { Workbook } from '../../../spreadsheet/workbook.ts';
import type { FieldSpec } from './field-spec.ts';
import { findHeaderBlock } from './header-block.ts';
import type { RecognizedTable } from './recognize-table.ts';
import { recognizeTable } from './recognize-table.ts';

export type SheetChoice = {
  sheet: string;
  hidden: boolean;
  /** How many columns were understood; the user sees it when choosing another sheet. */
  matchedColumns: number;
  missingRequired: string[];
  records: number;
  table: RecognizedTable | null;
};

/** All sheets with what they seem to hold, the most fitting first; the user may choose another one. */
export function rankSheets(workbook: Workbook, fields: readonly FieldSpec[]): SheetChoice[] {
  const choices = workbook.sheets.map((sheet) => {
    const table = recognizeTable(sheet, fields, { date1904: workbook.date1904 });
    const matched = new Set(table?.columns.map((column) => column.field).filter((field) => field !== null));
    return {
      sheet: sheet.name,
      hidden: sheet.hidden,
      matchedColumns: matched.size,
      missingRequired: fields
        .filter((spec) => spec.required && !matched.has(spec.field))
        .map((spec) => spec.label),
      records: table?.lines.filter((line) => line.role === 'data').length ?? 0,
      table,
      headerScore: findHeaderBlock(sheet, fields)?.score ?? 0,
    };
  });
  return choices
    .sort(
      (a, b) =>
        a.missingRequired.length - b.missingRequired.length ||
        Number(a.hidden) - Number(b.hidden) ||
        b.headerScore - a.headerScore ||
        b.records - a.records,
    )
    .map(({ headerScore: _score, ...choice }) => choice);
}
