import type { JudgedRow, Problem, Summary, Verdict } from './recognized.ts';

const isOpen = (problem: Problem) => !(problem.severity === 'repair' && problem.accepted === true);

/** The heaviest open problem decides; an accepted repair weighs nothing any more. */
export function verdictOf(problems: readonly Problem[]): Verdict {
  const open = problems.filter(isOpen).map((problem) => problem.severity);
  if (open.includes('error')) return 'error';
  if (open.includes('repair')) return 'repair';
  return open.includes('warning') ? 'warning' : 'ok';
}

export const isReady = (row: JudgedRow<unknown>): boolean =>
  row.verdict === 'ok' || row.verdict === 'warning';

export function summarize(rows: readonly JudgedRow<unknown>[]): Summary {
  const summary: Summary = {
    rows: rows.length,
    ok: 0,
    repair: 0,
    warning: 0,
    error: 0,
    'not-a-person': 0,
    hidden: 0,
    ready: 0,
    problems: {},
    repairs: {},
  };
  for (const row of rows) {
    summary[row.verdict] += 1;
    if (row.hidden) summary.hidden += 1;
    if (isReady(row)) summary.ready += 1;
    for (const problem of row.problems.filter(isOpen)) {
      summary.problems[problem.code] = (summary.problems[problem.code] ?? 0) + 1;
      const kind = problem.repair?.kind;
      if (kind !== undefined && problem.severity === 'repair') {
        summary.repairs[kind] = (summary.repairs[kind] ?? 0) + 1;
      }
    }
  }
  return summary;
}
