import type { ColumnMapping, RecognizedColumn } from './recognize-table.ts';

/** `not-a-person` means: this row holds no record (totals, signatures, notes), in every kind of file. */
export type Verdict = 'ok' | 'repair' | 'warning' | 'error' | 'not-a-person';

export type Repair = { field: string; from: string; to: string; kind: string };

export type Problem = {
  code: string;
  severity: 'repair' | 'warning' | 'error';
  field: string | null;
  /** Column letters and address as the user sees them in the spreadsheet, e.g. F and F31. */
  column: string | null;
  cell: string | null;
  value: string;
  message: string;
  repair?: Repair;
  /** Set by applyRepairs once the user has agreed. */
  accepted?: boolean;
  /** What the cell might have meant; shown for choosing, never taken by itself. */
  suggestions?: string[];
};

export type JudgedRow<T> = {
  row: number;
  hidden: boolean;
  verdict: Verdict;
  problems: Problem[];
  /** Why the row is no record, or other things to show that need no decision. */
  notes: string[];
  /** The cells as they stand in the file, by field. */
  raw: Record<string, string>;
  /** null where the cell says nothing, or where it is wrong and nobody has corrected it yet. */
  values: T;
};

export type Summary = Record<Verdict, number> & {
  rows: number;
  hidden: number;
  /** Rows that a confirm would take now. */
  ready: number;
  problems: Record<string, number>;
  repairs: Record<string, number>;
};

export type Recognized<T> = {
  sheet: string;
  rows: JudgedRow<T>[];
  summary: Summary;
  mapping: ColumnMapping;
  columns: RecognizedColumn[];
  unmatchedColumns: { column: string; heading: string }[];
  /** What is wrong with the table as a whole, e.g. a needed column is missing. */
  problems: Problem[];
};

/** A correction typed by hand: field of a row, as text; an empty text empties the field. */
export type CellEdit = { row: number; field: string; value: string };
