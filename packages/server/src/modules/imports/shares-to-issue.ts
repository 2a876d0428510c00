import type { DecidedRow, Judgement } from './judgement.ts';
import type { ShareValues } from './recognition/target-book/target-book-values.ts';

export interface ShareToIssue {
  readonly indicatorName: string;
  readonly unitId: string;
  readonly quantity: string;
}

function openShares(judgement: Judgement): readonly DecidedRow<ShareValues>[] {
  return judgement.content.kind === 'targetBook'
    ? judgement.content.shares.filter((row) => !row.skipped)
    : [];
}

/** Every share of the split, one target each; a unit without a number gets none (absent is not zero). */
export function sharesToIssue(judgement: Judgement): ShareToIssue[] {
  return openShares(judgement).flatMap(({ values: { indicator, shares, unitIds } }) =>
    indicator === null
      ? []
      : Object.entries(shares).flatMap(([unit, quantity]) => {
          const unitId = unitIds[unit];
          return unitId === undefined ? [] : [{ indicatorName: indicator, unitId, quantity }];
        }),
  );
}

/** P5: what must be corrected or explained before anything is issued. */
export function shareObstacles(judgement: Judgement): string[] {
  const sheet = judgement.content.kind === 'targetBook' ? judgement.content.shareProblems : [];
  const rows = openShares(judgement).flatMap((row) =>
    row.problems.filter((problem) => problem.severity !== 'warning' && problem.accepted !== true),
  );
  return [...sheet, ...rows].map((problem) => problem.message);
}
