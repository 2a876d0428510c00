import { Workbook as LibraryWorkbook } from '@cj-tech-master/excelts';
import { readWorkbook } from '../../../spreadsheet/read-workbook.ts';
import type { Workbook } from '../../../spreadsheet/workbook.ts';

/** Test support: rows as somebody would type them, written to real .xlsx bytes and read back. */
export type TypedRow = (string | number | Date | null | { formula: string; result: string | number })[];
export type LibrarySheet = ReturnType<LibraryWorkbook['addWorksheet']>;

export async function workbookOf(
  sheets: Record<string, TypedRow[]>,
  shape: (sheet: LibrarySheet) => void = () => {},
): Promise<Workbook> {
  const book = new LibraryWorkbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(name);
    for (const row of rows) sheet.addRow(row);
    shape(sheet);
  }
  const result = await readWorkbook(new Uint8Array(await book.xlsx.writeBuffer({ validate: false })));
  if (!result.ok) throw new Error(result.refusal.message);
  return result.workbook;
}

export async function sheetOf(rows: TypedRow[], shape?: (sheet: LibrarySheet) => void) {
  const [sheet] = (await workbookOf({ 表一: rows }, shape)).sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}
