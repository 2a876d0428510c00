import type { imports } from '@mingji/contract';
import { type DecidedRow, type Judgement, sectionRows } from './judgement.ts';
import { problemLabel } from './problem-labels.ts';
import type { Verdict } from './recognition/recognized.ts';

const SECTIONS = ['records', 'decomposition'] as const;
type ProblemCount = imports.ImportSummary['problems'][number];

/** The counts behind the filters: rows of the records, kinds of problem of both sections. Skipped rows have none. */
export function summarizeJudgement(judgement: Judgement): imports.ImportSummary {
  const rows = sectionRows(judgement, 'records');
  const having = (verdict: Verdict) => rows.filter((row) => !row.skipped && row.verdict === verdict).length;
  return {
    rows: rows.length,
    ok: having('ok'),
    repair: having('repair'),
    warning: having('warning'),
    error: having('error'),
    notAPerson: having('not-a-person'),
    hidden: rows.filter((row) => row.hidden).length,
    skipped: rows.filter((row) => row.skipped).length,
    taken: takenRecords(judgement),
    problems: SECTIONS.flatMap((section) => countProblems(section, sectionRows(judgement, section))),
  };
}

/** How many records a confirm writes. Shares are issued later and do not count. */
export function takenRecords(judgement: Judgement): number {
  return judgement.content.rows.filter((row) => row.taken).length;
}

function countProblems(
  section: (typeof SECTIONS)[number],
  rows: readonly DecidedRow<unknown>[],
): ProblemCount[] {
  const counts = new Map<string, ProblemCount>();
  for (const row of rows) {
    if (row.skipped) continue;
    const seen = new Set<string>();
    for (const problem of row.problems) {
      const key = `${problem.code}:${problem.severity}`;
      const count = counts.get(key) ?? {
        code: problem.code,
        label: problemLabel(problem.code),
        severity: problem.severity,
        section,
        open: 0,
        accepted: 0,
      };
      const state = problem.accepted ? 'accepted' : 'open';
      // Rows are counted, not cells: a filter by this kind shows as many.
      if (!seen.has(`${key}:${state}`)) counts.set(key, { ...count, [state]: count[state] + 1 });
      seen.add(`${key}:${state}`);
    }
  }
  const weight = { error: 0, repair: 1, warning: 2 };
  return [...counts.values()].sort(
    (a, b) => weight[a.severity] - weight[b.severity] || b.open - a.open || (a.code < b.code ? -1 : 1),
  );
}
