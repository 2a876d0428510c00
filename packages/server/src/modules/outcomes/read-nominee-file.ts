import { Refusal } from '../../refusal.ts';
import { readWorkbook } from '../../spreadsheet/read-workbook.ts';
import { type Cell, cellAt, type Sheet } from '../../spreadsheet/workbook.ts';

const MOST = 500;
const HEADER_ROWS = 10;
/** What the office calls the columns that say who is meant. */
const HEADINGS = ['警号', '机构代码', '单位代码', '姓名', '单位名称', '单位'];
const NOT_A_NAME = /^(合计|总计|小计|序号|备注)/;

/** The names out of an office's own workbook, one line each, for the person to look over before the check (P18, P17). */
export async function readNomineeFile(bytes: Uint8Array): Promise<{ lines: string[]; skipped: number }> {
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Refusal('unsupportedFile', read.refusal.message);
  const sheet = read.workbook.sheets.find((one) => !one.hidden);
  const header = sheet && headerOf(sheet);
  if (!sheet || !header) {
    throw new Refusal('refused', '表中没有找到“警号”“姓名”或“单位名称”一栏，请在表头写明，或直接粘贴名单。');
  }
  const lines: string[] = [];
  let skipped = 0;
  for (let row = header.row + 1; row <= sheet.rows.length; row += 1) {
    const words = header.columns
      .map((column) => textOf(cellAt(sheet, row, column)))
      .filter((word) => word !== '');
    const line = words.join(' ').slice(0, 100);
    if (line === '') continue;
    if (sheet.hiddenRows.includes(row) || NOT_A_NAME.test(line) || lines.length >= MOST) skipped += 1;
    else lines.push(line);
  }
  return { lines, skipped };
}

/** The first row with one of the headings; of 姓名 and 单位 together the unit helps to tell namesakes apart. */
function headerOf(sheet: Sheet): { row: number; columns: number[] } | null {
  for (let row = 1; row <= Math.min(HEADER_ROWS, sheet.rows.length); row += 1) {
    const columns: number[] = [];
    for (let column = 1; column <= sheet.width; column += 1) {
      if (HEADINGS.includes(textOf(cellAt(sheet, row, column)).replace(/\s/g, ''))) columns.push(column);
    }
    if (columns.length > 0) return { row, columns };
  }
  return null;
}

function textOf(cell: Cell): string {
  if (cell.mergedFrom !== undefined) return '';
  return cell.kind === 'text' || cell.kind === 'number' ? cell.text.trim() : '';
}
