import type { Exact } from '../kernel/exact.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { GradeOutcomeKind } from '../rules/appraisal-rules.ts';
import type { GradeDecision } from '../rules/facts.ts';
import type { EffectKind } from '../rules/scoring.ts';

/** The order of decision (§9), as kinds of steps. */
export type GradeStepKind = 'status' | 'effect' | 'threshold' | 'ceiling' | GradeDecision['step'];

/** One step from nothing to the final grade, told in the order in which it was taken (X1). */
export interface GradeStep {
  readonly kind: GradeStepKind;
  /** Grade codes before and after the step; the same where it moved nothing. */
  readonly from: string | null;
  readonly to: string | null;
  /** threshold: the line that was reached; absent where no line was. */
  readonly line?: Exact;
  readonly effect?: EffectKind;
  /** The indicator or the sanction an effect comes from. */
  readonly indicator?: string;
  readonly sanction?: string;
  readonly basis?: string;
  /** The status, entry, effect, sanction or decision behind the step. */
  readonly source?: string;
  readonly by?: string;
  readonly reason?: string;
  readonly clause?: string;
}

export interface GradeCeiling {
  readonly grade: string;
  readonly source: string;
  readonly clause?: string;
}

/** What a grade still waits for: a score, or somebody's look at it with a reason (manualReview). */
export type GradeWait = 'score' | 'manualReview';

/** Everything about a grade that does not depend on whose it is. */
export interface GradeOutcome {
  readonly outcome: GradeOutcomeKind;
  /** The grade of the score alone. */
  readonly byThreshold: string | null;
  /** The lowest of all ceilings. */
  readonly ceiling: GradeCeiling | null;
  /** The final grade; null without one, or while it waits. */
  readonly grade: string | null;
  readonly waitsFor: GradeWait | null;
  /**
   * §10: the unit submitted the scarce grade. Refused later by the committee it still counts; added by the committee it
   * does not; under a lower ceiling it was never submitted.
   */
  readonly usesQuota: boolean;
  /** Decisions that are not allowed and were not applied. */
  readonly refusals: readonly Refusal[];
  readonly steps: readonly GradeStep[];
}

export interface GradeResult extends GradeOutcome {
  readonly subject: string;
  /** The status of §8 that holds; null is normal. */
  readonly status: string | null;
  /** The unit that grades; null: nobody, or the host is not known. */
  readonly gradedBy: string | null;
  /** Who else tells the facts. */
  readonly hears: 'hostUnit' | 'formerUnit' | null;
  readonly host: string | null;
  /** Whether this person counts among the participants of the own unit's quota (§10). */
  readonly inQuota: boolean;
}
