import { toText } from '../kernel/exact-text.ts';
import type { Grade, GradeOutcomeKind } from '../rules/appraisal-rules.ts';
import type { PlacedCandidate } from './order-candidates.ts';
import type { YearRecord } from './year-record.ts';

/** Why somebody gets no proposal, by what the status leaves (§8). */
export const OUTCOME_WORDS: Readonly<Record<Exclude<GradeOutcomeKind, 'graded'>, string>> = {
  commentOnly: '只写评语，不确定等次',
  noGrade: '参加考核，不确定等次',
  deferred: '暂不确定等次，以后补定',
  offList: '不参加本年度考核',
};

export function namesOf(grades: readonly Grade[], codes: readonly string[]): string {
  return codes.map((code) => grades.find((grade) => grade.code === code)?.name ?? code).join('或');
}

/** 好 3 次、较好 1 次 */
function countsText(record: YearRecord, routine: readonly Grade[]): string {
  return [...record.counts]
    .filter(([, count]) => count > 0)
    .map(([code, count]) => `${namesOf(routine, [code])} ${count} 次`)
    .join('、');
}

/** 平时考核 4 次：好 3 次、较好 1 次，平均 91.25 分 */
export function recordText(record: YearRecord, routine: readonly Grade[]): string {
  const mean = record.mean === null ? '' : `，平均 ${toText(record.mean)} 分`;
  return `平时考核 ${record.assessed} 次：${countsText(record, routine)}${mean}`;
}

export function placeText(candidate: PlacedCandidate, name: string): string {
  return `列${name}候选第 ${candidate.place} 位${candidate.shared ? '（并列）' : ''}`;
}
