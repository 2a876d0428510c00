import { Workbook } from '@cj-tech-master/excelts';

/** Rows as somebody would type them, as the bytes of a real workbook. */
export async function workbookBytes(rows: (string | number | null)[][]): Promise<Uint8Array> {
  const book = new Workbook();
  const sheet = book.addWorksheet('表一');
  for (const row of rows) sheet.addRow(row);
  return new Uint8Array(await book.xlsx.writeBuffer({ validate: false }));
}
