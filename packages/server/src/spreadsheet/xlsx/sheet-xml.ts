import { cellAddress } from '../cell-address.ts';
import type { CellStyles } from './cell-styles.ts';
import { textCell, valueCell } from './cell-xml.ts';
import type { OutputColumn, OutputSheet, OutputValue } from './output-sheet.ts';
import { xmlText } from './xml-text.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** Rows that are written before others get their turn. */
const AT_ONCE = 250;
const NUMBER: OutputColumn = { heading: '序号', width: 6 };

/** The places of a sheet that the workbook names too. */
export interface SheetFrame {
  readonly columns: readonly OutputColumn[];
  readonly headerRow: number;
  readonly lastRow: number;
}

export function frameOf(sheet: OutputSheet): SheetFrame {
  const headerRow = sheet.unitLine === undefined && sheet.dateLine === undefined ? 2 : 3;
  return {
    columns: [...(sheet.numbered === false ? [] : [NUMBER]), ...sheet.columns],
    headerRow,
    lastRow: headerRow + sheet.rows.length + (sheet.totals ? 1 : 0) + (sheet.closingLines?.length ?? 0),
  };
}

/** The sheet in pieces, so that 15,000 rows never stand in the way of other requests. */
export function* sheetXml(sheet: OutputSheet, frame: SheetFrame, styles: CellStyles): Generator<string> {
  const { columns, headerRow } = frame;
  yield opening(frame);
  yield heading(sheet, frame, styles);
  const line = (row: number, first: OutputValue, values: readonly OutputValue[], font: 'body' | 'total') => {
    const all = sheet.numbered === false ? values : [first, ...values];
    const cells = columns.map((column, at) => valueCell(row, at + 1, all[at] ?? null, column, font, styles));
    return `<row r="${row}">${cells.join('')}</row>`;
  };
  let row = headerRow;
  let piece = '';
  for (const values of sheet.rows) {
    row += 1;
    piece += line(row, { kind: 'number', decimal: String(row - headerRow) }, values, 'body');
    if ((row - headerRow) % AT_ONCE === 0) {
      yield piece;
      piece = '';
    }
  }
  if (sheet.totals) {
    row += 1;
    piece += line(row, { kind: 'text', text: '合计' }, sheet.totals, 'total');
  }
  for (const text of sheet.closingLines ?? []) {
    row += 1;
    piece += `<row r="${row}">${textCell(row, 1, text, styles.of({ font: 'body' }))}</row>`;
  }
  yield `${piece}</sheetData>${closing(sheet, frame)}`;
}

function opening({ columns, headerRow, lastRow }: SheetFrame): string {
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  return [
    `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<dimension ref="A1:${cellAddress(lastRow, columns.length)}"/>`,
    '<sheetViews><sheetView workbookViewId="0">',
    `<pane ySplit="${headerRow}" topLeftCell="A${headerRow + 1}" activePane="bottomLeft" state="frozen"/>`,
    '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${widths.join('')}</cols><sheetData>`,
  ].join('');
}

function heading(sheet: OutputSheet, { columns, headerRow }: SheetFrame, styles: CellStyles): string {
  const title = textCell(1, 1, sheet.title, styles.of({ font: 'title', align: 'center' }));
  const rows = [`<row r="1" ht="32" customHeight="1">${title}</row>`];
  if (headerRow === 3) {
    const unit = textCell(2, 1, sheet.unitLine ?? '', styles.of({ font: 'body' }));
    const right = styles.of({ font: 'body', align: 'right' });
    const date = columns.length < 2 ? '' : textCell(2, columns.length, sheet.dateLine ?? '', right);
    rows.push(`<row r="2">${unit}${date}</row>`);
  }
  const style = styles.of({ font: 'heading', ruled: true, align: 'center', wrap: true });
  const cells = columns.map((column, at) => textCell(headerRow, at + 1, column.heading, style));
  return `${rows.join('')}<row r="${headerRow}">${cells.join('')}</row>`;
}

/** A4 landscape, as wide as one page; who took it out of the system in the footer of each. */
function closing({ watermark = '' }: OutputSheet, { columns }: SheetFrame): string {
  // & begins a code in a footer, so it is doubled in what users typed.
  const footer = `&L${watermark.replaceAll('&', '&&')}&R第 &P 页 共 &N 页`;
  return [
    columns.length < 2
      ? ''
      : `<mergeCells count="1"><mergeCell ref="A1:${cellAddress(1, columns.length)}"/></mergeCells>`,
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    `<headerFooter><oddFooter>${xmlText(footer)}</oddFooter></headerFooter></worksheet>`,
  ].join('');
}
