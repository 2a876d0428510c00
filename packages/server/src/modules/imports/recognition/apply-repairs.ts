import type { JudgedRow, Recognized } from './recognized.ts';
import { summarize, verdictOf } from './summarize.ts';

/** Repairs agreed to: every repair of a kind, or single ones by row and problem code. */
export type AcceptedRepairs = {
  kinds?: readonly string[];
  single?: readonly { row: number; code: string }[];
};

/**
 * P18: repairs are accepted one by one or by kind. `values` already hold the repaired value, so accepting
 * only decides whether the row is taken; what was not accepted stays a `repair` and is not taken.
 */
export function applyRepairs<T>(judged: Recognized<T>, accepted: AcceptedRepairs): Recognized<T> {
  const kinds = new Set(accepted.kinds ?? []);
  const single = new Set((accepted.single ?? []).map(({ row, code }) => `${row}:${code}`));
  const rows = judged.rows.map((row): JudgedRow<T> => {
    if (row.verdict === 'not-a-person') return row;
    const problems = row.problems.map((problem) => {
      if (problem.severity !== 'repair' || problem.repair === undefined) return problem;
      const agreed = kinds.has(problem.repair.kind) || single.has(`${row.row}:${problem.code}`);
      return agreed ? { ...problem, accepted: true } : problem;
    });
    return { ...row, problems, verdict: verdictOf(problems) };
  });
  return { ...judged, rows, summary: summarize(rows) };
}
