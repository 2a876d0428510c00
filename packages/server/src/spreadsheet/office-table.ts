import { type FileAnswer, XLSX } from '../file-answer.ts';
import { type OutputColumn, type OutputSheet, type OutputValue, writeWorkbook } from './write-workbook.ts';

/** A column with what stands in it: heading and content cannot come apart. */
export interface TableColumn<Row> extends OutputColumn {
  readonly cell: (row: Row) => OutputValue;
}

export interface OfficeTable<Row> extends Omit<OutputSheet, 'columns' | 'rows' | 'totals'> {
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  /** Printed under the rows in bold. */
  readonly total?: Row;
}

/** A table as an office files it: a line a row, each column by its own cell. */
export function officeSheet<Row>({ columns, rows, total, ...head }: OfficeTable<Row>): OutputSheet {
  const line = (row: Row) => columns.map((column) => column.cell(row));
  return {
    ...head,
    columns,
    rows: rows.map(line),
    ...(total === undefined ? {} : { totals: line(total) }),
  };
}

export interface WorkbookFile extends FileAnswer {
  readonly bytes: Uint8Array;
}

/** The first sheet is what was asked for; the others explain it. */
export async function workbookFile(name: string, ...sheets: readonly OutputSheet[]): Promise<WorkbookFile> {
  const rows = sheets[0]?.rows.length ?? 0;
  return { name: `${name}.xlsx`, mediaType: XLSX, bytes: await writeWorkbook(sheets), rows };
}
