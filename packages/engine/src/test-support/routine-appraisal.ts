import type { GradeResult } from '../grading/grade-result.ts';
import type { Evaluation } from '../rules/evaluation.ts';
import type { FactEntry, Facts, PeriodFact } from '../rules/facts.ts';
import { routineRules } from './routine-rules.ts';
import { entry, evaluated, factsOf, officer } from './small-rule-set.ts';

export const YEAR: PeriodFact = { id: '2026', from: '2026-01-01', to: '2026-12-31', kind: 'year' };

export const points = (quantity: string, subject = 'a'): FactEntry => entry('points', { quantity, subject });
export const happened = (kind: string, subject = 'a'): FactEntry =>
  entry(kind, { subject, id: `${kind}-${subject}` });

/** Officers of one unit. */
export const people = (...ids: string[]): ReturnType<typeof officer>[] =>
  ids.map((id) => officer(id, { unit: 'own' }));

const rules = routineRules();

/** The routine appraisal of officer `a`, unless told otherwise. */
export function appraisalOf(
  entries: readonly FactEntry[],
  more: Partial<Facts> = {},
  ruleSet = rules,
): Evaluation {
  return evaluated(ruleSet, factsOf(entries, { subjects: people('a'), ...more }));
}

export function gradeOf(result: Evaluation, subject = 'a'): GradeResult {
  const found = result.grades.find((grade) => grade.subject === subject);
  if (found === undefined) throw new Error(`no grade of ${subject}`);
  return found;
}
