import type { Worksheet } from '@cj-tech-master/excelts';
import { Workbook as LibraryWorkbook } from '@cj-tech-master/excelts';
import { columnLetters } from './cell-address.ts';
import { neutralizeText } from './neutralize-text.ts';

/** A value to print. `number` takes an exact decimal string; null prints an empty cell, never 0. */
export type OutputValue =
  | { kind: 'text'; text: string }
  | { kind: 'number'; decimal: string; format?: string }
  | null;

export type OutputColumn = {
  heading: string;
  width: number;
  align?: 'left' | 'center' | 'right';
};

export type OutputSheet = {
  name: string;
  title: string;
  /** 填报单位 at the left and 填报日期 at the right of the line under the title. */
  unitLine?: string;
  dateLine?: string;
  columns: readonly OutputColumn[];
  rows: readonly (readonly OutputValue[])[];
  /** Printed under the rows in bold; the first cell carries 合计. */
  totals?: readonly OutputValue[];
  /** Lines under the table, e.g. 制表人:  审核人: */
  closingLines?: readonly string[];
  /** Name, account and time: printed in the footer of each page (§4.5). */
  watermark?: string;
  /** 序号 is put before the columns unless this is false. */
  numbered?: boolean;
};

export const text = (value: string | null): OutputValue =>
  value === null ? null : { kind: 'text', text: value };
export const decimal = (value: string | null, format?: string): OutputValue =>
  value === null ? null : { kind: 'number', decimal: value, ...(format === undefined ? {} : { format }) };

const DECIMAL = /^-?\d+(\.\d+)?$/;
const THIN = { style: 'thin' } as const;
const RULED = { top: THIN, left: THIN, bottom: THIN, right: THIN };

/** As many decimals as the exact string has, so that 90.00 prints as 90.00. */
function formatFor(exact: string): string {
  const decimals = exact.split('.')[1]?.length ?? 0;
  return decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`;
}

/** Fifteen digits are what a spreadsheet number can hold; a longer exact decimal is kept as text. */
const fitsSpreadsheetNumber = (exact: string) =>
  exact.replace(/^-?0*\.?0*|\./g, '').replace('-', '').length <= 15;

function writeValue(sheet: Worksheet, row: number, column: number, value: OutputValue, bold: boolean): void {
  const cell = sheet.getCell(row, column);
  cell.border = RULED;
  cell.font = { name: 'SimSun', size: 11, bold };
  if (value === null) return;
  if (value.kind === 'text') {
    cell.value = neutralizeText(value.text);
    cell.numFmt = '@';
    return;
  }
  if (!DECIMAL.test(value.decimal)) throw new TypeError(`not an exact decimal: ${value.decimal}`);
  if (!fitsSpreadsheetNumber(value.decimal)) {
    cell.value = value.decimal;
    return;
  }
  cell.value = Number(value.decimal);
  cell.numFmt = value.format ?? formatFor(value.decimal);
}

function writeHeading(sheet: Worksheet, source: OutputSheet, headings: readonly string[]): number {
  const width = headings.length;
  sheet.getCell(1, 1).value = neutralizeText(source.title);
  if (width > 1) sheet.mergeCells(1, 1, 1, width);
  sheet.getCell(1, 1).font = { name: 'SimHei', size: 18 };
  sheet.getCell(1, 1).alignment = { horizontal: 'center', vertical: 'middle' };
  sheet.getRow(1).height = 32;
  let headerRow = 2;
  if (source.unitLine !== undefined || source.dateLine !== undefined) {
    headerRow = 3;
    sheet.getCell(2, 1).value = neutralizeText(source.unitLine ?? '');
    if (width > 1) {
      sheet.getCell(2, width).value = neutralizeText(source.dateLine ?? '');
      sheet.getCell(2, width).alignment = { horizontal: 'right' };
    }
  }
  for (const [index, heading] of headings.entries()) {
    const cell = sheet.getCell(headerRow, index + 1);
    cell.value = neutralizeText(heading);
    cell.font = { name: 'SimHei', size: 11 };
    cell.border = RULED;
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  }
  return headerRow;
}

function layOutPage(sheet: Worksheet, source: OutputSheet, headerRow: number, width: number): void {
  sheet.views = [{ state: 'frozen', xSplit: 0, ySplit: headerRow }];
  sheet.pageSetup.paperSize = 9;
  sheet.pageSetup.orientation = 'landscape';
  sheet.pageSetup.fitToPage = true;
  sheet.pageSetup.fitToWidth = 1;
  sheet.pageSetup.fitToHeight = 0;
  sheet.pageSetup.printTitlesRow = `${headerRow}:${headerRow}`;
  sheet.pageSetup.printArea = `A1:${columnLetters(width)}${sheet.rowCount}`;
  // & begins a code in a footer, so it is doubled in what users typed.
  const watermark = source.watermark?.replaceAll('&', '&&') ?? '';
  sheet.headerFooter.oddFooter = `&L${watermark}&R第 &P 页 共 &N 页`;
}

function writeSheet(workbook: LibraryWorkbook, source: OutputSheet): void {
  const numbered = source.numbered !== false;
  const offset = numbered ? 1 : 0;
  const sheet = workbook.addWorksheet(source.name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31));
  const headings = [...(numbered ? ['序号'] : []), ...source.columns.map((column) => column.heading)];
  const headerRow = writeHeading(sheet, source, headings);
  if (numbered) sheet.getColumn(1).width = 6;
  for (const [index, column] of source.columns.entries()) {
    sheet.getColumn(index + 1 + offset).width = column.width;
  }
  const writeRow = (row: number, values: readonly OutputValue[], bold: boolean) => {
    for (const [index, column] of source.columns.entries()) {
      writeValue(sheet, row, index + 1 + offset, values[index] ?? null, bold);
      if (column.align) sheet.getCell(row, index + 1 + offset).alignment = { horizontal: column.align };
    }
  };
  let row = headerRow;
  for (const [index, values] of source.rows.entries()) {
    row += 1;
    if (numbered) writeValue(sheet, row, 1, { kind: 'number', decimal: String(index + 1) }, false);
    writeRow(row, values, false);
  }
  if (source.totals) {
    row += 1;
    if (numbered) writeValue(sheet, row, 1, { kind: 'text', text: '合计' }, true);
    writeRow(row, source.totals, true);
  }
  for (const line of source.closingLines ?? []) {
    row += 1;
    sheet.getCell(row, 1).value = neutralizeText(line);
  }
  layOutPage(sheet, source, headerRow, headings.length);
}

/** Every Excel export of the product goes through here (PRODUCT “Documents”). */
export async function writeWorkbook(sheets: readonly OutputSheet[]): Promise<Uint8Array> {
  const workbook = new LibraryWorkbook();
  for (const sheet of sheets) writeSheet(workbook, sheet);
  return new Uint8Array(await workbook.xlsx.writeBuffer({ validate: false }));
}
