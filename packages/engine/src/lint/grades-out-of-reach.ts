import { compare, type Exact, equals } from '../kernel/exact.ts';
import { toText } from '../kernel/exact-text.ts';
import type { Grade } from '../rules/appraisal-rules.ts';
import { adviseOn, type LintCheck, type LintFinding } from './lint-finding.ts';
import { number, type Reach, totalReach } from './reach.ts';

/** The line above: where two lines are equal, or the lower grade has the higher one, a grade is never given. */
function linesOutOfOrder(grades: readonly Grade[], path: string): LintFinding[] {
  let above: { readonly name: string; readonly line: Exact } | null = null;
  return grades.flatMap((grade, at) => {
    const line = number(grade.from);
    if (line === undefined) return [];
    const upper = above;
    above = { name: grade.name, line };
    if (upper === null || compare(line, upper.line) < 0) return [];
    const how = equals(line, upper.line) ? '相同' : '相比还高';
    return [
      adviseOn(
        grade.name,
        `${path}[${at}].from`,
        {
          code: 'gradeLinesNotFalling',
          reason: `“${grade.name}”的分数线 ${toText(line)} 与“${upper.name}”的${how}，其中一个等次永远给不出`,
          mend: '由高到低核对各等次的分数线',
          words: [toText(line)],
        },
        grade.clause,
      ),
    ];
  });
}

/** A line above what the total can come to, or at its bottom: then a grade is never given. */
function linesOutOfReach(grades: readonly Grade[], path: string, { least, most }: Reach): LintFinding[] {
  return grades.flatMap((grade, at) => {
    const line = number(grade.from);
    if (line === undefined) return [];
    const tooHigh = most !== null && compare(line, most) > 0;
    const tooLow = least !== null && at < grades.length - 1 && compare(line, least) <= 0;
    if (!tooHigh && !tooLow) return [];
    const reason = tooHigh
      ? `“${grade.name}”的分数线 ${toText(line)} 高于总分能达到的 ${toText(most)} 分，谁也达不到`
      : `“${grade.name}”的分数线 ${toText(line)} 不高于总分最低的 ${toText(least ?? line)} 分，以下的等次永远给不出`;
    return [
      adviseOn(
        grade.name,
        `${path}[${at}].from`,
        { code: 'gradeOutOfReach', reason, mend: '核对分数线和总分', words: [toText(line)] },
        grade.clause,
      ),
    ];
  });
}

/** X6: thresholds of grades and the red line that cannot tell anybody apart. */
export const gradesOutOfReach: LintCheck = ({ ruleSet }) => {
  const total = totalReach(ruleSet.modules, ruleSet.mode);
  const grades = ruleSet.grading?.grades ?? [];
  const findings = [
    ...linesOutOfOrder(grades, 'grading.grades'),
    ...linesOutOfReach(grades, 'grading.grades', total),
    ...linesOutOfOrder(ruleSet.year?.grades ?? [], 'year.grades'),
  ];
  const line = number(ruleSet.redLine?.below);
  if (line === undefined || total.least === null || compare(line, total.least) > 0) return findings;
  return [
    ...findings,
    adviseOn(
      '红线',
      'redLine.below',
      {
        code: 'redLineNeverCrossed',
        reason: `红线 ${toText(line)} 分不起作用，总分不会低于 ${toText(total.least)} 分`,
        mend: '核对红线的分数',
        words: [toText(line)],
      },
      ruleSet.redLine?.clause,
    ),
  ];
};
