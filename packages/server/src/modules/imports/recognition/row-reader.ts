import { cellAddress, columnLetters } from '../../../spreadsheet/cell-address.ts';
import type { Cell } from '../../../spreadsheet/workbook.ts';
import { writtenText } from './cell-text.ts';
import type { ColumnMapping, TableLine } from './recognize-table.ts';
import { fieldCell } from './recognize-table.ts';
import type { CellEdit, Problem, Repair } from './recognized.ts';

export type ReadCell = {
  field: string;
  cell: Cell;
  text: string;
  column: string | null;
  address: string | null;
  /** Typed by hand after the upload: what it says wins over what can be derived from elsewhere. */
  edited: boolean;
};

export type RowReader = (field: string) => ReadCell;
export type EditIndex = ReadonlyMap<string, string>;

/** Later corrections of the same cell win. */
export function indexEdits(edits: readonly CellEdit[]): EditIndex {
  return new Map(edits.map((edit) => [`${edit.row}:${edit.field}`, edit.value]));
}

export function readerOf(line: TableLine, mapping: ColumnMapping, edits: EditIndex): RowReader {
  return (field) => {
    const found = fieldCell(line, mapping, field);
    const edit = edits.get(`${line.row}:${field}`);
    const own: Cell = found?.cell ?? { kind: 'empty' };
    const cell: Cell =
      edit === undefined ? own : edit.trim() === '' ? { kind: 'empty' } : { kind: 'text', text: edit };
    return {
      field,
      cell,
      text: writtenText(cell),
      column: found ? columnLetters(found.column) : null,
      address: found ? cellAddress(line.row, found.column) : null,
      edited: edit !== undefined,
    };
  };
}

/** Problems found in a row, each tied to the cell that has it. */
export type ProblemSink = {
  problems: Problem[];
  error(read: ReadCell, code: string, message: string, suggestions?: string[]): void;
  warning(read: ReadCell, code: string, message: string): void;
  repair(read: ReadCell, code: string, message: string, change: { from: string; to: string }): void;
};

const atCell = (read: ReadCell) => (read.address === null ? '' : `${read.address}：`);

export function problemSink(): ProblemSink {
  const problems: Problem[] = [];
  const add = (
    severity: Problem['severity'],
    read: ReadCell,
    code: string,
    message: string,
    more: { repair?: Repair; suggestions?: string[] } = {},
  ) => {
    problems.push({
      code,
      severity,
      field: read.field,
      column: read.column,
      cell: read.address,
      value: read.text,
      message: `${atCell(read)}${message}`,
      ...more,
    });
  };
  return {
    problems,
    error: (read, code, message, suggestions) =>
      add('error', read, code, message, suggestions && suggestions.length > 0 ? { suggestions } : {}),
    warning: (read, code, message) => add('warning', read, code, message),
    repair: (read, code, message, { from, to }) =>
      add('repair', read, code, message, { repair: { field: read.field, from, to, kind: code } }),
  };
}

/** The cells as they stand, by field: kept with the batch so that a judgement can be compared with the file. */
export const rawTexts = (reader: RowReader, fields: readonly string[]): Record<string, string> =>
  Object.fromEntries(fields.map((field) => [field, reader(field).text]));
