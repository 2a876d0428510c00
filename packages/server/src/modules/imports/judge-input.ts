import type { Ctx } from '../../context.ts';
import type { Reader } from '../../db/database.ts';
import type { Workbook } from '../../spreadsheet/workbook.ts';
import type { Batch } from './batch.ts';
import { type Decisions, problemKey } from './decisions.ts';
import type { ImportUnit } from './import-context.ts';
import type { DecidedRow } from './judgement.ts';
import type { SheetChoice } from './recognition/choose-sheet.ts';
import type { JudgedRow, Problem } from './recognition/recognized.ts';
import { isReady, verdictOf } from './recognition/summarize.ts';

/** What every kind of file is judged with. */
export interface JudgeInput {
  readonly db: Reader;
  readonly ctx: Ctx;
  readonly batch: Batch;
  readonly workbook: Workbook;
  readonly units: readonly ImportUnit[];
  readonly decisions: Decisions;
}

/** The sheet the user chose, else the best fitting one that is visible at all. */
export function chosenSheet(sheets: readonly SheetChoice[], batch: Batch): SheetChoice | null {
  if (batch.sheet_name === null) return sheets[0] ?? null;
  return sheets.find((choice) => choice.sheet === batch.sheet_name) ?? sheets[0] ?? null;
}

/** Lays the decisions over the judgement: accepted repairs weigh nothing any more, skipped rows are not taken. */
export function decideRows<T>(
  { ctx, decisions }: Pick<JudgeInput, 'ctx' | 'decisions'>,
  sheet: string,
  rows: readonly JudgedRow<T>[],
): DecidedRow<T>[] {
  return rows.map((row) => {
    const decision = decisions.of({ sheet, row: row.row });
    const problems = row.problems.map((problem): Problem => {
      const agreed = problem.severity === 'repair' && decision.acceptedRepairs.has(problemKey(ctx, problem));
      return agreed ? { ...problem, accepted: true } : problem;
    });
    const judged: JudgedRow<T> =
      row.verdict === 'not-a-person' ? row : { ...row, problems, verdict: verdictOf(problems) };
    return {
      ...judged,
      sheet,
      skipped: decision.skipped,
      taken: isReady(judged) && !decision.skipped,
      edited: Object.keys(decision.edits),
    };
  });
}

export function noTable(sheet: string | null, what: string): Problem {
  return {
    code: 'column-missing',
    severity: 'error',
    field: null,
    column: null,
    cell: null,
    value: '',
    message: `工作表“${sheet ?? ''}”里没有认出${what}的表头：请另选工作表，或核对导入的类别`,
  };
}
