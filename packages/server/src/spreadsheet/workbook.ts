/** A spreadsheet as the recognisers see it: plain data, no library type, addressed by 1-based numbers. */
export type CellPlace = { row: number; column: number };

export type CellContent =
  | { kind: 'empty' }
  | { kind: 'text'; text: string }
  /** `text` is the plain decimal expansion; `format` the number format when it is not “General”. */
  | { kind: 'number'; text: string; format?: string }
  /** `precision` is what the cell shows: a cell formatted 1985年3月 holds the first of March, but says March. */
  | { kind: 'date'; iso: string; precision: 'day' | 'month' }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'error'; text: string };

/** `mergedFrom` names the cell that holds the value when this one is covered by a merge. */
export type Cell = CellContent & { mergedFrom?: CellPlace };

export type MergedRange = { top: number; left: number; bottom: number; right: number };

export type Sheet = {
  name: string;
  hidden: boolean;
  /** rows[0] is spreadsheet row 1; every row has `width` cells. */
  rows: Cell[][];
  width: number;
  merges: MergedRange[];
  hiddenRows: number[];
  hiddenColumns: number[];
};

export type Workbook = { sheets: Sheet[]; date1904: boolean };

const EMPTY: Cell = { kind: 'empty' };

export function cellAt(sheet: Sheet, row: number, column: number): Cell {
  return sheet.rows[row - 1]?.[column - 1] ?? EMPTY;
}
