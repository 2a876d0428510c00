import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setImmediate as othersTurn } from 'node:timers/promises';
import { type PageSetup, WorkbookWriter } from '@cj-tech-master/excelts';
import { columnLetters } from './cell-address.ts';
import { CellLooks, HEADING, linesOf, PLAIN, PLAIN_RIGHT, TITLE } from './cell-look.ts';
import { cellValue, plainText } from './cell-value.ts';
import type { OutputColumn, OutputSheet, OutputValue } from './output-sheet.ts';

export type { OutputColumn, OutputSheet, OutputValue } from './output-sheet.ts';

type SheetWriter = ReturnType<WorkbookWriter['addWorksheet']>;

export const text = (value: string | null): OutputValue =>
  value === null ? null : { kind: 'text', text: value };
export const decimal = (value: string | null, format?: string): OutputValue =>
  value === null ? null : { kind: 'number', decimal: value, ...(format === undefined ? {} : { format }) };

/** Rows that are written before others get their turn: 15,000 never stand in the way of other requests. */
const AT_ONCE = 250;
const LINE_HEIGHT = 15;
/** A row of a spreadsheet is at most 409 points high. */
const MOST_LINES = 27;
const NUMBER: OutputColumn = { heading: '序号', width: 6 };

/** Every Excel export of the product goes through here (PRODUCT “Documents”). */
export async function writeWorkbook(sheets: readonly OutputSheet[]): Promise<Uint8Array> {
  const stream = new PassThrough();
  const whole = buffer(stream);
  const workbook = new WorkbookWriter({ stream, useStyles: true, useSharedStrings: true });
  const looks = new CellLooks();
  for (const sheet of sheets) await writeSheet(workbook, sheet, looks);
  await workbook.commit();
  return await whole;
}

async function writeSheet(workbook: WorkbookWriter, source: OutputSheet, looks: CellLooks): Promise<void> {
  const columns = source.numbered === false ? source.columns : [NUMBER, ...source.columns];
  const headerRow = source.unitLine === undefined && source.dateLine === undefined ? 2 : 3;
  const lastRow =
    headerRow + source.rows.length + (source.totals ? 1 : 0) + (source.closingLines?.length ?? 0);
  const sheet = workbook.addWorksheet(sheetName(source.name), {
    views: [{ state: 'frozen', xSplit: 0, ySplit: headerRow }],
    pageSetup: pageOf(headerRow, columns.length, lastRow),
    headerFooter: { oddFooter: footerOf(source) },
  });
  for (const [at, { width }] of columns.entries()) sheet.getColumn(at + 1).width = width;
  writeHeading(sheet, source, columns, headerRow);
  const line = (first: OutputValue, values: readonly OutputValue[], bold: boolean) => {
    const all = source.numbered === false ? values : [first, ...values];
    const cells = columns.map((_, at) => all[at] ?? null);
    const row = sheet.addRow(cells.map(cellValue));
    const lines = Math.max(...columns.map(({ width }, at) => linesOf(cells[at] ?? null, width)));
    // Programs differ in whether they fit the height on opening; said here, nothing is cut in print.
    if (lines > 1) row.height = LINE_HEIGHT * Math.min(lines, MOST_LINES);
    for (const [at, column] of columns.entries()) {
      row.getCell(at + 1).style = looks.of(cells[at] ?? null, column, bold);
    }
    row.commit();
  };
  for (const [at, values] of source.rows.entries()) {
    line({ kind: 'number', decimal: String(at + 1) }, values, false);
    if (at % AT_ONCE === AT_ONCE - 1) await othersTurn();
  }
  if (source.totals) line({ kind: 'text', text: '合计' }, source.totals, true);
  for (const closing of source.closingLines ?? []) plainLine(sheet, [plainText(closing)]);
  sheet.commit();
}

function writeHeading(
  sheet: SheetWriter,
  source: OutputSheet,
  columns: readonly OutputColumn[],
  headerRow: number,
): void {
  const title = sheet.addRow([plainText(source.title)]);
  title.height = 32;
  title.getCell(1).style = TITLE;
  if (columns.length > 1) sheet.mergeCells(1, 1, 1, columns.length);
  title.commit();
  if (headerRow === 3) {
    const between = Array.from({ length: Math.max(columns.length - 2, 0) }, () => null);
    const date = columns.length < 2 ? [] : [...between, plainText(source.dateLine ?? '')];
    plainLine(sheet, [plainText(source.unitLine ?? ''), ...date]);
  }
  const row = sheet.addRow(columns.map(({ heading }) => plainText(heading)));
  for (const at of columns.keys()) row.getCell(at + 1).style = HEADING;
  row.commit();
}

/** A line without rules: its first cell at the left, its last, if there is another, at the right. */
function plainLine(sheet: SheetWriter, values: readonly (string | null)[]): void {
  const row = sheet.addRow([...values]);
  row.getCell(1).style = PLAIN;
  if (values.length > 1) row.getCell(values.length).style = PLAIN_RIGHT;
  row.commit();
}

/** A4 landscape, as wide as one page, the header again on each. */
function pageOf(headerRow: number, width: number, lastRow: number): Partial<PageSetup> {
  return {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: `${headerRow}:${headerRow}`,
    printArea: `A1:${columnLetters(width)}${lastRow}`,
  };
}

/** Who took it out of the system; & begins a code in a footer, so it is doubled in what users typed. */
function footerOf({ watermark = '' }: OutputSheet): string {
  return `&L${plainText(watermark).replaceAll('&', '&&')}&R第 &P 页 共 &N 页`;
}

/** What Excel takes for the name of a sheet. */
function sheetName(name: string): string {
  return name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);
}
