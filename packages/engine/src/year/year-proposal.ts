import type { Exact } from '../kernel/exact.ts';

/**
 * - `candidate`: may get the first grade
 * - `ordinary`: the second grade, because something bars the first
 * - `low`: too many low cycles
 * - `undetermined`: no cycle gave a grade, so nothing can be proposed
 * - `notGraded`: the status of §8 gives no grade
 */
export type YearProposalKind = 'candidate' | 'ordinary' | 'low' | 'undetermined' | 'notGraded';

/** What the year's routine grades propose (§11); people decide. */
export interface YearProposal {
  readonly subject: string;
  readonly kind: YearProposalKind;
  /** Codes of annual grades: one is a proposal, several leave a choice that needs a reason, none proposes nothing. */
  readonly options: readonly string[];
  readonly assessed: number;
  readonly low: number;
  readonly counted: number;
  readonly mean: Exact | null;
  /** Among the candidates of the pool. */
  readonly place: number | null;
  /** Chinese, for the screen beside the proposal. */
  readonly reason: string;
  readonly clause: string | null;
}
