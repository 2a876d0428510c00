/** Limits on everything that comes from outside (principle 21). */
export type WorkbookLimits = {
  fileBytes: number;
  inflatedBytes: number;
  entries: number;
  sheets: number;
  rows: number;
  columns: number;
  cellCharacters: number;
};

export const WORKBOOK_LIMITS: WorkbookLimits = {
  fileBytes: 20 * 1024 * 1024,
  inflatedBytes: 120 * 1024 * 1024,
  entries: 2_000,
  sheets: 50,
  rows: 20_000,
  columns: 200,
  cellCharacters: 4_000,
};

export type WorkbookRefusalCode =
  | 'workbook-too-large'
  | 'workbook-inflates-too-large'
  | 'workbook-encrypted'
  | 'workbook-old-format'
  | 'workbook-not-xlsx'
  | 'workbook-damaged'
  | 'workbook-too-many-sheets'
  | 'workbook-too-many-rows'
  | 'workbook-too-many-columns'
  | 'workbook-cell-too-long';

/** Thrown by the readers in this folder and turned into a value by readWorkbook. */
export class WorkbookRefusal extends Error {
  readonly code: WorkbookRefusalCode;

  constructor(code: WorkbookRefusalCode, message: string) {
    super(message);
    this.name = 'WorkbookRefusal';
    this.code = code;
  }
}
