import type { imports } from '@mingji/contract';
import type { AttendanceValues } from './recognition/attendance/attendance-values.ts';
import type { SheetChoice } from './recognition/choose-sheet.ts';
import type { FieldSpec } from './recognition/field-spec.ts';
import type { ColumnMapping, RecognizedColumn } from './recognition/recognize-table.ts';
import type { JudgedRow, Problem } from './recognition/recognized.ts';
import type { RosterValues } from './recognition/roster/roster-values.ts';
import type { IndicatorValues, ShareValues } from './recognition/target-book/target-book-values.ts';
import type { UnitValues } from './recognition/unit-list/unit-values.ts';

/** A row with what people decided about it. */
export interface DecidedRow<T> extends JudgedRow<T> {
  readonly sheet: string;
  readonly skipped: boolean;
  /** A confirm takes it. */
  readonly taken: boolean;
  readonly edited: readonly string[];
}

export type JudgedContent =
  | { readonly kind: 'units'; readonly rows: readonly DecidedRow<UnitValues>[] }
  | {
      readonly kind: 'attendance';
      /** 2026-10; null while nobody knows. */
      readonly month: string | null;
      readonly rows: readonly DecidedRow<AttendanceValues>[];
    }
  | { readonly kind: 'roster'; readonly rows: readonly DecidedRow<RosterValues>[] }
  | {
      readonly kind: 'targetBook';
      readonly rows: readonly DecidedRow<IndicatorValues>[];
      readonly shares: readonly DecidedRow<ShareValues>[];
      /** What is wrong with the sheet of the split; it stops the issuing, not the rules. */
      readonly shareProblems: readonly Problem[];
      readonly title: string | null;
      readonly totalMarks: string | null;
    };

/** The whole file as it reads now: a pure function of file, organization and decisions. */
export interface Judgement {
  readonly kind: imports.ImportKind;
  readonly sheets: readonly SheetChoice[];
  readonly sheet: string | null;
  readonly decompositionSheet: string | null;
  readonly fields: readonly FieldSpec[];
  readonly columns: readonly RecognizedColumn[];
  readonly mapping: ColumnMapping;
  /** What is wrong with the table as a whole; nothing can be confirmed before it is put right. */
  readonly problems: readonly Problem[];
  readonly content: JudgedContent;
}

export function sectionRows(
  judgement: Judgement,
  section: 'records' | 'decomposition',
): readonly DecidedRow<unknown>[] {
  const { content } = judgement;
  if (section === 'records') return content.rows;
  return content.kind === 'targetBook' ? content.shares : [];
}
