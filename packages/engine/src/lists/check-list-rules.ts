import type { Refusals } from '../kernel/refusal.ts';
import type { RuleSet } from '../rules/rule-set.ts';

/** The grade a nominee must hold is one that can be given, in a cycle or in the year (§12). */
export function checkListRules({ lists, grading, year }: RuleSet, refusals: Refusals): void {
  const floor = lists?.commendation?.gradeFloor;
  if (floor === undefined) return;
  const grades = [...(grading?.grades ?? []), ...(year?.grades ?? [])];
  if (grades.some(({ code, name }) => code === floor || name === floor)) return;
  const path = 'lists.commendation.gradeFloor';
  const message = `${path} 的等次“${floor}”不在 grading.grades 或 year.grades 中，请核对`;
  refusals.add('gradeUnknown', path, message, lists?.commendation?.clause);
}
