import { exact } from '../kernel/exact-text.ts';
import { NOT_SCORED, scored } from '../kernel/score.ts';
import { type AnnualQuota, annualQuota } from '../quota/annual-quota.ts';
import type { YearGradeRules } from '../rules/appraisal-rules.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { proposeYearGrades } from '../year/propose-year-grades.ts';
import type { YearCycle, YearOfficer } from '../year/year-officer.ts';

/** Builders for tests of the year: four routine grades a to d, four annual grades A to D. */
export const routine = [
  { code: 'a', name: '好', from: '90' },
  { code: 'b', name: '较好', from: '75' },
  { code: 'c', name: '一般', from: '60' },
  { code: 'd', name: '较差' },
];
export const year: YearGradeRules = {
  grades: [
    { code: 'A', name: '优秀' },
    { code: 'B', name: '称职' },
    { code: 'C', name: '基本称职' },
    { code: 'D', name: '不称职' },
  ],
  barredBy: ['c', 'd'],
  countedGrade: 'a',
  lowGrades: ['c', 'd'],
  lowProposals: ['C', 'D'],
  worstGrade: 'd',
  allWorstProposal: 'D',
};
export const withQuota: YearGradeRules = {
  ...year,
  quota: { rate: '20%', pools: [{ code: 'leaders', name: '领导成员' }] },
};
export const rules = (own: YearGradeRules = year, more: Partial<RuleSet> = {}) => ({
  year: own,
  grading: { grades: routine },
  ...more,
});

/** 好好较好好 with a score each; a dot is a cycle without a grade. */
export function cycles(grades: string, scores: readonly (string | null)[] = []): YearCycle[] {
  return [...grades].map((grade, at) => {
    const score = scores[at] ?? null;
    return {
      cycle: `Q${at + 1}`,
      grade: grade === '.' ? null : grade,
      score: score === null ? NOT_SCORED : scored(exact(score)),
    };
  });
}
export const person = (
  subject: string,
  grades: string,
  scores?: readonly (string | null)[],
  more?: Partial<YearOfficer>,
) => ({
  subject,
  code: subject,
  cycles: cycles(grades, scores),
  ...more,
});
export function propose(
  officers: readonly YearOfficer[],
  own = rules(),
  quotas: readonly AnnualQuota[] = [],
) {
  const result = proposeYearGrades(own, { officers, quotas });
  if (!result.ok) throw new Error(result.refusals[0]?.code);
  return result.value;
}
export const one = (
  grades: string,
  scores?: readonly (string | null)[],
  more?: Partial<YearOfficer>,
  own = rules(),
) => {
  const [proposal] = propose([person('x', grades, scores, more)], own);
  if (proposal === undefined) throw new Error('no proposal');
  return proposal;
};
export function quotaOf(participants: number, pool?: string): AnnualQuota {
  const result = annualQuota(withQuota.quota ?? { rate: '0' }, {
    participants,
    ...(pool === undefined ? {} : { pool }),
  });
  if (!result.ok) throw new Error('refused');
  return result.value;
}
