import type { Appraisal } from '../grading/appraise.ts';
import type { Exact } from '../kernel/exact.ts';
import type { Score } from '../kernel/score.ts';
import type { PeriodFact } from './facts.ts';
import type { SubjectKind } from './rule-set.ts';
import type { EffectRule } from './scoring.ts';
import type { TraceNode } from './trace.ts';

export interface IndicatorResult {
  readonly code: string;
  /** With marks: what was reached of them. Without: what was added or deducted. */
  readonly score: Score;
  /** The real ratio, rate or mean behind the score: 148 % is a fact, not an error. */
  readonly measured: Exact | null;
}

export interface ItemResult {
  readonly code: string;
  readonly score: Score;
}

export interface ModuleResult {
  readonly code: string;
  /** After the module's weight. */
  readonly score: Score;
}

/** What became of one entry: its own points, and what stands of them under §3. */
export interface EntryOutcome {
  readonly id: string;
  readonly indicator: string;
  readonly points: Exact;
  readonly counted: Exact;
  /** The entry that counts instead, or the marker `prior` for a sealed period. */
  readonly standsIn?: string;
  /** The reversal that cancelled it. */
  readonly reversedBy?: string;
}

export interface AppliedEffect extends EffectRule {
  /** The entry or effect id it comes from. */
  readonly source: string;
  readonly indicator?: string;
  /** The first day of a dated effect, the day of a sanction; the last day. */
  readonly on?: string;
  readonly to?: string;
  /** Code of the sanction it comes from (§8). */
  readonly sanction?: string;
  readonly basis?: string;
  readonly starter?: string;
  readonly approver?: string;
}

/** Something a person should look at; it never changes a number by itself. */
export interface Warning {
  readonly code: string;
  readonly message: string;
  readonly subject: string;
  readonly entries: readonly string[];
}

export interface SubjectResult {
  readonly subject: string;
  readonly kind: SubjectKind;
  readonly code: string;
  /** *The score*: rounded once, as the rule set names (§1). */
  readonly score: Score;
  /** The same before rounding. */
  readonly unrounded: Exact | null;
  /** What is known so far, and of how many marks, while indicators are still not scored. */
  readonly known: { readonly value: Exact; readonly ofMarks: Exact };
  /** Codes of the indicators not yet scored. */
  readonly missing: readonly string[];
  readonly rank: number | null;
  readonly additions: Exact;
  /** In size, before clamps: the tie-breaker “fewer deductions”. */
  readonly deductions: Exact;
  readonly modules: readonly ModuleResult[];
  readonly items: readonly ItemResult[];
  readonly indicators: readonly IndicatorResult[];
  readonly effects: readonly AppliedEffect[];
  /** Only for the subjects whose trace was asked for. */
  readonly entries: readonly EntryOutcome[] | null;
  readonly trace: TraceNode | null;
}

/** What grades, red lines and consequences need to know of a result. */
export type AppraisedResult = Pick<SubjectResult, 'subject' | 'kind' | 'score' | 'effects'>;

export interface RankedRow {
  readonly subject: string;
  readonly code: string;
  readonly score: Score;
  /** Null: exempt, excluded or not scored. */
  readonly rank: number | null;
}

export interface Ranking {
  readonly kind: SubjectKind;
  readonly sequence: string | null;
  readonly group: string | null;
  /** How many have a rank. */
  readonly ranked: number;
  /** §7: below minGroup there is a list, but no first and last lists. */
  readonly tooSmall: boolean;
  readonly rows: readonly RankedRow[];
}

export interface Evaluation extends Appraisal {
  readonly ruleSet: { readonly id: string; readonly version: string };
  readonly period: PeriodFact;
  /** By subject id. */
  readonly subjects: readonly SubjectResult[];
  readonly rankings: readonly Ranking[];
  readonly warnings: readonly Warning[];
}
