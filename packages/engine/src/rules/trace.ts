import type { Exact } from '../kernel/exact.ts';
import type { ScoreState } from '../kernel/score.ts';

export type TraceKind =
  | 'total'
  | 'module'
  | 'item'
  | 'indicator'
  | 'base'
  | 'event'
  | 'measure'
  | 'adjustment'
  | 'cap'
  | 'clamp'
  | 'weight'
  | 'rescale'
  | 'coefficient'
  | 'emptied'
  | 'effect'
  | 'rounding';

export type TraceFact = Exact | string | number | boolean;

/**
 * One step of a calculation, made by the calculation itself (X1). The tree is additive: a node's `amount` is the sum
 * of its children's amounts, so the leaves re-add to the score; caps, clamps, weights and rounding are leaves of their
 * own that carry the difference they made. `facts` holds the operands behind the amount.
 */
export interface TraceNode {
  readonly kind: TraceKind;
  readonly state: ScoreState;
  readonly amount: Exact;
  readonly code?: string;
  readonly name?: string;
  readonly clause?: string;
  /** The family's name on an indicator node. */
  readonly family?: string;
  readonly facts: Readonly<Record<string, TraceFact>>;
  /** Ids of the entries this step used. */
  readonly entries: readonly string[];
  /** §3: this entry does not count because that one does. */
  readonly standsIn?: string;
  readonly children: readonly TraceNode[];
}
