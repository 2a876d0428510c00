import { compare, ONE, sign } from '../kernel/exact.ts';
import { parseRate } from '../kernel/exact-text.ts';
import type { Refusals } from '../kernel/refusal.ts';
import { quotaRate } from '../quota/quota-terms.ts';
import type { Grade } from '../rules/appraisal-rules.ts';
import type { RuleSet } from '../rules/rule-set.ts';

/** Every grade the year speaks of is one that can be given, every share a share (§10, §11). */
export function checkYearRules({ year, grading, quota }: RuleSet, refusals: Refusals): void {
  checkRate(quota?.rate, 'quota.rate', refusals);
  if (year === undefined) return;
  const { barredBy, lowGrades, lowProposals } = year;
  const routine = (grades: readonly string[], path: (at: number) => string) =>
    refuseUnknown(grades, path, grading?.grades ?? [], 'grading.grades', refusals);
  const annual = (grades: readonly string[], path: (at: number) => string) =>
    refuseUnknown(grades, path, year.grades, 'year.grades', refusals);
  routine(barredBy, (at) => `year.barredBy[${at}]`);
  routine([year.countedGrade], () => 'year.countedGrade');
  routine(lowGrades, (at) => `year.lowGrades[${at}]`);
  routine([year.worstGrade], () => 'year.worstGrade');
  annual(lowProposals, (at) => `year.lowProposals[${at}]`);
  annual([year.allWorstProposal], () => 'year.allWorstProposal');
  checkLowShare(year.lowShare, refusals);
  checkRate(year.quota?.rate, 'year.quota.rate', refusals);
  checkRate(year.quota?.raisedRate, 'year.quota.raisedRate', refusals);
}

function refuseUnknown(
  named: readonly string[],
  pathOf: (at: number) => string,
  grades: readonly Grade[],
  place: string,
  refusals: Refusals,
): void {
  for (const [at, text] of named.entries()) {
    if (grades.some(({ code, name }) => code === text || name === text)) continue;
    const path = pathOf(at);
    refusals.add('gradeUnknown', path, `${path} 的等次“${text}”不在 ${place} 中，请核对`);
  }
}

function checkLowShare(text: string | undefined, refusals: Refusals): void {
  if (text === undefined) return;
  const share = parseRate(text);
  if (share !== undefined && sign(share) >= 0 && compare(share, ONE) < 0) return;
  refusals.add('shareOutOfRange', 'year.lowShare', `year.lowShare 的“${text}”应在 0 和 1 之间，例如 1/2`);
}

function checkRate(text: string | undefined, path: string, refusals: Refusals): void {
  const rate = text === undefined ? null : quotaRate(text, path);
  if (rate === null || rate.ok) return;
  for (const refusal of rate.refusals) refusals.add(refusal.code, refusal.path, refusal.message);
}
