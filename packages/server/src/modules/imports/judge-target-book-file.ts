import type { JudgeInput } from './judge-input.ts';
import { chosenSheet, decideRows, noTable } from './judge-input.ts';
import type { DecidedRow, Judgement } from './judgement.ts';
import { rankedSheets } from './ranked-sheets.ts';
import { isBlankMark } from './recognition/cell-text.ts';
import type { JudgedRow, Problem } from './recognition/recognized.ts';
import { unitDirectory } from './recognition/resolve-unit.ts';
import { verdictOf } from './recognition/summarize.ts';
import { judgeDecomposition } from './recognition/target-book/judge-decomposition.ts';
import { judgeTargetBook } from './recognition/target-book/judge-target-book.ts';
import { targetBookFields } from './recognition/target-book/target-book-fields.ts';
import type { ShareValues } from './recognition/target-book/target-book-values.ts';

/** The field in which an office says why a split does not add up (P5). */
export const EXPLANATION = 'explanation';

export async function judgeTargetBookFile(input: JudgeInput): Promise<Judgement> {
  const { batch, units, decisions } = input;
  const fields = targetBookFields(unitDirectory(units, batch.unit_name));
  const sheets = rankedSheets(input, fields);
  const choice = chosenSheet(sheets, batch);
  const table = choice?.table ?? null;
  const sheet = choice?.sheet ?? null;
  const base = { kind: 'targetBook' as const, sheets, sheet, fields };
  const context = { units, bureauName: batch.unit_name };
  if (!table || sheet === null) {
    const content = {
      kind: 'targetBook' as const,
      rows: [],
      shares: [],
      shareProblems: [],
      title: null,
      totalMarks: null,
    };
    const problems = [noTable(sheet, '目标责任细则')];
    return { ...base, decompositionSheet: null, columns: [], mapping: [], problems, content };
  }
  const mapping = batch.reading.columns ?? table.mapping;
  const book = judgeTargetBook(table, mapping, context, decisions.editsOf(sheet));
  const indicators = book.rows.flatMap(({ verdict, values: { name, target } }) =>
    verdict === 'not-a-person' || name === null ? [] : [{ name, target }],
  );
  const split = findSplit(input, sheet, indicators);
  return {
    ...base,
    decompositionSheet: split?.sheet ?? null,
    columns: table.columns,
    mapping,
    problems: book.problems,
    content: {
      kind: 'targetBook',
      rows: decideRows(input, sheet, book.rows),
      shares: split ? decideShares(input, split.sheet, split.rows) : [],
      shareProblems: split?.problems ?? [],
      title: table.title,
      totalMarks: book.total?.declared ?? null,
    },
  };
}

function findSplit(
  input: JudgeInput,
  bookSheet: string,
  indicators: { name: string; target: string | null }[],
) {
  const wanted = input.batch.reading.decompositionSheet;
  const found = input.workbook.sheets
    .filter(({ name }) => (wanted === undefined ? name !== bookSheet : name === wanted))
    .map((sheet) =>
      judgeDecomposition(
        sheet,
        { units: input.units, bureauName: input.batch.unit_name, indicators },
        input.decisions.editsOf(sheet.name),
      ),
    )
    .filter((split) => split !== null);
  return found.sort((a, b) => b.rows.length - a.rows.length)[0] ?? null;
}

/**
 * P5: a split that does not add up stays an error until it is corrected, or explained in so many words; then it is
 * shown as a warning beside its explanation.
 */
function decideShares(
  input: JudgeInput,
  sheet: string,
  rows: readonly JudgedRow<ShareValues>[],
): DecidedRow<ShareValues>[] {
  const weighed = rows.map((row): JudgedRow<ShareValues> => {
    const explanation = input.decisions.of({ sheet, row: row.row }).edits[EXPLANATION] ?? '';
    const explained = !isBlankMark(explanation);
    const problems = row.problems.map(
      (problem): Problem =>
        problem.code === 'not-conserved' && !explained ? { ...problem, severity: 'error' } : problem,
    );
    return {
      ...row,
      problems,
      verdict: verdictOf(problems),
      raw: { ...row.raw, [EXPLANATION]: explanation },
    };
  });
  return decideRows(input, sheet, weighed);
}
