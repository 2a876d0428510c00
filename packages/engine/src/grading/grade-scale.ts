import { compare, type Exact } from '../kernel/exact.ts';
import { Refusals } from '../kernel/refusal.ts';
import type { Grade } from '../rules/appraisal-rules.ts';
import { NumberReader } from '../rules/number-reader.ts';
import type { RuleSet } from '../rules/rule-set.ts';

export interface ScaleGrade {
  readonly code: string;
  readonly name: string;
  /** Reached from this score on, itself included (以上含本数). */
  readonly from: Exact | null;
  readonly must: boolean;
  readonly clause: string | null;
}

/** Grades are ordered data, best first (§9): a smaller index is the better grade. */
export interface GradeScale {
  readonly grades: readonly ScaleGrade[];
  readonly allowRaise: boolean;
  /** The scarce grade of §10. */
  readonly quota: number | null;
  /** Whether the scarce grade is given to the nominated only. */
  readonly nomination: boolean;
  /** By code, and by the name people write. */
  readonly indexOf: ReadonlyMap<string, number>;
}

/** For rule sets already checked. */
function silentReader(): NumberReader {
  return new NumberReader(new Refusals());
}

function readGrades(grades: readonly Grade[], path: string, numbers: NumberReader): readonly ScaleGrade[] {
  return grades.map(({ code, name, from, binding, clause }, at) => ({
    code,
    name,
    from: numbers.optional(from, `${path}[${at}].from`),
    must: binding === 'must',
    clause: clause ?? null,
  }));
}

function indexGrades(grades: readonly ScaleGrade[]): Map<string, number> {
  const index = new Map(grades.map(({ name }, at) => [name, at]));
  for (const [at, { code }] of grades.entries()) index.set(code, at);
  return index;
}

/** The grades a score is measured against; null when the rule set gives none. */
export function cycleScale(ruleSet: RuleSet, numbers = silentReader()): GradeScale | null {
  const { grading, quota } = ruleSet;
  if (grading === undefined) return null;
  const grades = readGrades(grading.grades, 'grading.grades', numbers);
  const indexOf = indexGrades(grades);
  return {
    grades,
    allowRaise: grading.allowRaise ?? false,
    quota: quota === undefined ? null : (indexOf.get(quota.grade) ?? null),
    nomination: (grading.nomination ?? 'required') === 'required',
    indexOf,
  };
}

/** The annual grades (§11): proposed from the cycles, moved by people inside ceilings, bound by no score. */
export function yearScale(ruleSet: RuleSet, numbers = silentReader()): GradeScale | null {
  const { year } = ruleSet;
  if (year === undefined) return null;
  const grades = readGrades(year.grades, 'year.grades', numbers);
  return { grades, allowRaise: true, quota: null, nomination: false, indexOf: indexGrades(grades) };
}

/** The grade a score reaches: its own line included; what reaches none has the last grade. */
export function gradeAtScore(scale: GradeScale, score: Exact): number {
  const reached = scale.grades.findIndex(({ from }) => from !== null && compare(score, from) >= 0);
  return reached < 0 ? scale.grades.length - 1 : reached;
}
