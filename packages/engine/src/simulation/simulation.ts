import type { Exact } from '../kernel/exact.ts';
import type { Score } from '../kernel/score.ts';
import type { RuleChange } from '../rule-diff/index.ts';
import type { PeriodFact } from '../rules/facts.ts';
import type { SubjectKind } from '../rules/rule-set.ts';

/** Where somebody stands under one version of the rules. */
export interface Standing {
  readonly score: Score;
  readonly rank: number | null;
  /** The grade's name; null where none is given. */
  readonly grade: string | null;
}

/** What moved a score, and by how much (X2). The amounts of all causes are the difference, exactly. */
export interface Cause {
  /** Key of the rule change; null: it follows from other changes (same matter, peers, rounding). */
  readonly change: string | null;
  /** Where the amount arose: an indicator itself, or the clamp, weight or rounding of an item, a module, the total. */
  readonly place: 'indicator' | 'item' | 'module' | 'total';
  readonly code: string | null;
  readonly name: string;
  readonly amount: Exact;
}

export interface SubjectMove {
  readonly subject: string;
  readonly kind: SubjectKind;
  readonly code: string;
  readonly unit: string | null;
  readonly before: Standing;
  readonly after: Standing;
  /** Null unless scored under both. */
  readonly difference: Exact | null;
  readonly causes: readonly Cause[];
}

/** Facts of the past that the new rules have no place for. */
export interface DroppedFacts {
  readonly indicator: string;
  readonly change: string | null;
  /** In words: the indicator is gone, its family takes other facts, the event is gone. */
  readonly reason: string;
  readonly entries: number;
}

export interface PeriodSimulation {
  readonly period: PeriodFact;
  /** By subject id, everybody. */
  readonly moves: readonly SubjectMove[];
  readonly dropped: readonly DroppedFacts[];
  /** Codes of the indicators the past has no data for. */
  readonly withoutPast: readonly string[];
}

export interface UnitMove {
  readonly unit: string;
  readonly kind: SubjectKind;
  /** How many were scored under both. */
  readonly subjects: number;
  readonly meanBefore: Exact;
  readonly meanAfter: Exact;
}

export interface ChangeEffect {
  readonly change: string | null;
  /** Subjects it moved, and the sum of what it moved them by. */
  readonly subjects: number;
  readonly sum: Exact;
}

export interface SimulationSummary {
  readonly subjects: number;
  readonly risen: number;
  readonly fallen: number;
  readonly unchanged: number;
  readonly ranksMoved: number;
  readonly meanDifference: Exact | null;
  readonly gradeFlips: readonly {
    readonly from: string | null;
    readonly to: string | null;
    readonly count: number;
  }[];
  readonly effects: readonly ChangeEffect[];
}

export interface Simulation {
  readonly changes: readonly RuleChange[];
  readonly periods: readonly PeriodSimulation[];
  readonly units: readonly UnitMove[];
  readonly summary: SimulationSummary;
}
