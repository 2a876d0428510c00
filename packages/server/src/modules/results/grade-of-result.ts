import type { results } from '@mingji/contract';
import {
  type Evaluation,
  type GradeResult,
  gradeWords,
  type RuleSet,
  type SubjectResult,
} from '@mingji/engine';

/** Grades by subject, as the rows of results keep them; empty where the rule set gives none (§9). */
export function gradesOf(ruleSet: RuleSet, evaluation: Evaluation): ReadonlyMap<string, results.GradeView> {
  const results = new Map(evaluation.subjects.map((result) => [result.subject, result]));
  return new Map(
    evaluation.grades.flatMap((grade) => {
      const result = results.get(grade.subject);
      return result === undefined ? [] : [[grade.subject, gradeView(ruleSet, grade, result)] as const];
    }),
  );
}

export function gradeView(ruleSet: RuleSet, grade: GradeResult, { score }: SubjectResult): results.GradeView {
  const nameOf = (code: string | null) =>
    ruleSet.grading?.grades.find((each) => each.code === code)?.name ?? code;
  // The first words repeat the score and its line, which stand beside the grade anyway.
  const plain = grade.grade === grade.byThreshold && grade.steps.length <= 1;
  return {
    name: nameOf(grade.grade),
    byScore: nameOf(grade.byThreshold),
    note: plain ? null : gradeWords(ruleSet, grade, score).join('\uff1b'),
  };
}
