import { divide, type Exact, fromInteger, sumOf } from '../kernel/exact.ts';
import { DEFAULT_ROUNDING, type Rounding, round } from '../kernel/rounding.ts';
import type { Grade } from '../rules/appraisal-rules.ts';
import type { YearCycle } from './year-officer.ts';

/** What the routine cycles of one person add up to. */
export interface YearRecord {
  /** How many cycles gave a grade. */
  readonly assessed: number;
  /** How often each routine grade was given, by its code, best first. */
  readonly counts: ReadonlyMap<string, number>;
  /** The mean of the cycles' scores, rounded once, so that it can be checked from what is printed (§1). */
  readonly mean: Exact | null;
}

/** The code of a routine grade, by its code or the name people write. */
export function gradeCode(grades: readonly Grade[], text: string): string {
  return grades.find((grade) => grade.code === text || grade.name === text)?.code ?? text;
}

/** Cycles without a grade are not counted; cycles without a score are left out of the mean. */
export function yearRecord(
  cycles: readonly YearCycle[],
  grades: readonly Grade[],
  rounding: Rounding | 'none' = DEFAULT_ROUNDING,
): YearRecord {
  const given = cycles.flatMap(({ grade }) => (grade === null ? [] : [gradeCode(grades, grade)]));
  const known = new Set([...grades.map((grade) => grade.code), ...given]);
  const counts = new Map(
    [...known].map((code) => [code, given.filter((own) => own === code).length] as const),
  );
  const scores = cycles.flatMap(({ score }) => (score.state === 'scored' ? [score.value] : []));
  return { assessed: given.length, counts, mean: scores.length === 0 ? null : meanOf(scores, rounding) };
}

function meanOf(scores: readonly Exact[], rounding: Rounding | 'none'): Exact {
  const mean = divide(sumOf(scores), fromInteger(scores.length));
  return rounding === 'none' ? mean : round(mean, rounding);
}

/** How many of the cycles gave one of these grades. */
export function countOf(record: YearRecord, grades: Iterable<string>): number {
  let count = 0;
  for (const grade of new Set(grades)) count += record.counts.get(grade) ?? 0;
  return count;
}
