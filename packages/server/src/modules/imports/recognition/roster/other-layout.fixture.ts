import { Workbook as LibraryWorkbook } from '@cj-tech-master/excelts';
import type { Cell, Sheet } from '../../../../spreadsheet/workbook.ts';
import { cellAt } from '../../../../spreadsheet/workbook.ts';

/** Column of the original roster → heading in the other office's layout, in that office's order. */
const COLUMNS: readonly [number, string][] = [
  [6, '身份证号码'],
  [3, '民警姓名'],
  [5, '警员编号'],
  [13, '参加公安工作时间'],
  [7, '出生日期'],
  [4, '性 别'],
  [11, '现警衔'],
  [10, '警员职级'],
  [9, '现任职务'],
  [12, '工作岗位'],
  [8, '政治面目'],
  [14, '在岗情况'],
  [15, '说明'],
];

type Written = string | number | boolean | Date | null;

function written(cell: Cell): Written {
  if (cell.kind === 'empty' || cell.kind === 'error') return null;
  if (cell.kind === 'date') return new Date(`${cell.iso}T00:00:00Z`);
  if (cell.kind === 'boolean') return cell.value;
  return cell.kind === 'number' ? Number(cell.text) : cell.text;
}

/**
 * Test support: the same people as another office would lay them out: no 序号, the unit last and merged over its
 * block, one header row under two titles and an empty row, an empty first column, sub-totals, another sheet before it.
 */
export async function otherLayout(
  original: Sheet,
): Promise<{ bytes: Uint8Array; rowOf: Map<number, number> }> {
  const book = new LibraryWorkbook();
  book.addWorksheet('填表说明').addRow(['本表由各单位内勤填写,姓名、警号必填。']);
  const sheet = book.addWorksheet('Sheet2');
  sheet.addRow(['', '公安机关民警名册']);
  sheet.addRow(['', '(内部资料,注意保管)']);
  sheet.addRow([]);
  sheet.addRow([null, ...COLUMNS.map(([, heading]) => heading), '所属单位']);
  const unitColumn = COLUMNS.length + 2;
  const rowOf = new Map<number, number>();
  let at = 4;
  let block: { top: number; people: number } | undefined;
  const closeBlock = () => {
    if (block === undefined) return;
    if (at > block.top) sheet.mergeCells(block.top, unitColumn, at, unitColumn);
    at += 1;
    sheet.getCell(at, 2).value = '小计';
    sheet.getCell(at, 3).value = `${block.people}人`;
    block = undefined;
  };
  for (let row = 5; row <= 260; row++) {
    const unit = written(cellAt(original, row, 2));
    if (unit !== null) closeBlock();
    at += 1;
    block ??= { top: at, people: 0 };
    block.people += 1;
    if (unit !== null) sheet.getCell(at, unitColumn).value = unit;
    for (const [index, [column]] of COLUMNS.entries()) {
      const cell = sheet.getCell(at, index + 2);
      cell.value = written(cellAt(original, row, column));
      if (cell.value instanceof Date) cell.numFmt = 'yyyy/m/d';
    }
    rowOf.set(row, at);
  }
  closeBlock();
  sheet.getCell(at + 1, 2).value = '总计:254人';
  sheet.getCell(at + 3, 2).value = '单位负责人:';
  sheet.getCell(at + 3, 8).value = '填表人:';
  return { bytes: new Uint8Array(await book.xlsx.writeBuffer({ validate: false })), rowOf };
}
