import type { results } from '@mingji/contract';

/** One subject in one period: what a result page, panel or drawer is about. */
export interface SubjectAt {
  readonly periodId: string;
  readonly subjectKind: results.RankingRow['subjectKind'];
  readonly subjectId: string;
}

export function resultPath({ periodId, subjectKind, subjectId }: SubjectAt): string {
  return `/results/${periodId}/${subjectKind}/${subjectId}`;
}
