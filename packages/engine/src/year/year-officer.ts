import type { Score } from '../kernel/score.ts';
import type { GradeOutcomeKind } from '../rules/appraisal-rules.ts';

/** One routine cycle of the year, as it was published. */
export interface YearCycle {
  readonly cycle: string;
  /** Null: no grade in this cycle, which is then not an assessed one. */
  readonly grade: string | null;
  readonly score: Score;
}

/** One person's year. */
export interface YearOfficer {
  readonly subject: string;
  /** Orders equals on the list of candidates, never ranks them. */
  readonly code: string;
  /** A code of the rule set's pools; absent: the common pool. */
  readonly pool?: string;
  readonly cycles: readonly YearCycle[];
  /** What the status of §8 leaves of the year's grade; default graded. */
  readonly outcome?: GradeOutcomeKind;
  /** What bars from the first grade beside the cycles (a sanction, an effect), in words. */
  readonly bars?: readonly string[];
}
