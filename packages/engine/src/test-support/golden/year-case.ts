import { exact } from '../../kernel/exact-text.ts';
import { NOT_SCORED, scored } from '../../kernel/score.ts';
import { annualQuota } from '../../quota/annual-quota.ts';
import type { YearGradeRules } from '../../rules/appraisal-rules.ts';
import { proposeYearGrades } from '../../year/propose-year-grades.ts';
import { routine, year } from '../small-year.ts';
import { type Case, type Fields, fieldsOf, listOf, type Value } from './read-cases.ts';

/** A cycle as it is written: a grade, perhaps with its score, or none. */
function cycleOf(written: Value, at: number) {
  const [grade = '', score] = String(written).split(' ');
  return {
    cycle: `第 ${at + 1} 次`,
    grade: grade === '无' ? null : grade,
    score: score === undefined ? NOT_SCORED : scored(exact(score)),
  };
}

/** §11: the proposals for the year; `cap` is the annual quota where a case has one. */
export function runYear(given: Case): Fields {
  const officers = Object.entries(fieldsOf(given.year)).map(([subject, cycles]) => ({
    subject,
    code: subject,
    cycles: listOf(cycles).map(cycleOf),
  }));
  const cap = given.cap === undefined ? null : Number(given.cap);
  const quota = cap === null ? null : annualQuota({ rate: '1' }, { participants: cap });
  const rules: YearGradeRules = cap === null ? year : { ...year, quota: { rate: '1' } };
  const result = proposeYearGrades(
    { year: rules, grading: { grades: routine } },
    { officers, quotas: quota?.ok ? [quota.value] : [] },
  );
  if (!result.ok) return { refused: result.refusals[0]?.code ?? '' };
  const nameOf = (code: string) => year.grades.find((grade) => grade.code === code)?.name ?? code;
  return {
    proposals: Object.fromEntries(
      result.value.map((own) => [own.subject, own.options.map(nameOf).join('或')]),
    ),
    places: Object.fromEntries(
      result.value.map((own) => [own.subject, own.place === null ? null : String(own.place)]),
    ),
  };
}
