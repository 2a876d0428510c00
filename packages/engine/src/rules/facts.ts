import type { DecimalText } from '../kernel/exact-text.ts';
import type { WorkingDayCalendar } from '../working-days/calendar.ts';
import type { SubjectKind } from './rule-set.ts';
import type { EffectRule } from './scoring.ts';

export type PeriodKind = 'week' | 'month' | 'quarter' | 'half' | 'year' | 'special';
export const PERIOD_KINDS = ['week', 'month', 'quarter', 'half', 'year', 'special'] as const;

export interface PeriodFact {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: PeriodKind;
}

/** `exempt`: takes part in nothing and has no rank. `notScored`: on the list, but not scored this time (§7). */
export type SubjectStatus = 'normal' | 'exempt' | 'notScored';

export interface Subject {
  readonly id: string;
  readonly kind: SubjectKind;
  /** 警号 or 机构代码; orders equals on a list, never ranks them. */
  readonly code: string;
  readonly name?: string;
  readonly sequence?: string;
  readonly group?: string;
  readonly status?: SubjectStatus;
  /** The unit the subject belongs to: its quota (§10), the mean of its coefficients (§5). */
  readonly unit?: string;
  /** Codes of the rule set's coefficient identities; the largest counts (§5). */
  readonly identities?: readonly string[];
}

/** A status of §8 that held in the period; without days it held throughout. */
export interface StatusFact {
  readonly subject: string;
  /** A code of the rule set's `statuses`. */
  readonly status: string;
  readonly from?: string;
  readonly to?: string;
  /** The receiving, borrowing or host unit. */
  readonly host?: string;
}

/** Leave in days, both ends included; which kinds matter is said by the rule set's `statuses` (§8). */
export interface LeaveFact {
  readonly subject: string;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
}

export interface SanctionFact {
  readonly id: string;
  readonly subject: string;
  /** A code of the rule set's `sanctions`. */
  readonly sanction: string;
  readonly on: string;
}

/** What people decided about a grade, in the order of §9; a nomination uses the unit's quota (§10). */
export interface GradeDecision {
  readonly id: string;
  readonly subject: string;
  readonly step: 'nomination' | 'leader' | 'committee' | 'confirmation';
  readonly grade: string;
  readonly reason?: string;
  readonly by?: string;
}

/**
 * - `event`: something happened (occurrence, band, deductFromFull, allOrNothing, ladder, lateness, escalation, effectOnly)
 * - `measure`: a quantity reached (ratio, target, thresholdRate, controlNumber, tiers, rankBased, relativeToMean)
 * - `score`: a score of another rule set (imported); without `quantity` it says that period has none
 * - `vote`: one vote of a group (assessment)
 * - `adjustment`: points given or taken by a decision, for any indicator (an appeal after sealing, say)
 * - `exemption`: this indicator is not held against this subject in this period
 * - `reversal`: cancels the entry named in `reverses`, and nothing else
 */
export type EntryKind = 'event' | 'measure' | 'score' | 'vote' | 'adjustment' | 'exemption' | 'reversal';
export const ENTRY_KINDS = [
  'event',
  'measure',
  'score',
  'vote',
  'adjustment',
  'exemption',
  'reversal',
] as const;

export interface FactEntry {
  readonly id: string;
  readonly subject: string;
  readonly indicator: string;
  readonly kind: EntryKind;
  /** Code of the named event; may be left out when the indicator has only one. */
  readonly event?: string;
  /** How often, how many, how much; default 1 for events. */
  readonly quantity?: DecimalText;
  /** Denominator of a rate: `quantity` of `of`. */
  readonly of?: DecimalText;
  /** The choice in a band, the share of a split matter, or the points of an adjustment. */
  readonly points?: DecimalText;
  /** Same matter, same key (§3). */
  readonly matter?: string;
  /** Codes of the indicator's multipliers that apply. */
  readonly multipliers?: readonly string[];
  /** Role split: which `byRole` points apply. */
  readonly role?: string;
  /** The voting group. */
  readonly group?: string;
  /** Lateness: what was due when, and when it was done. */
  readonly dueOn?: string;
  readonly doneOn?: string;
  /** ISO date or instant with offset; orders entries (§3: the earlier stands). */
  readonly at: string;
  readonly by?: string;
  readonly reason?: string;
  readonly clause?: string;
  readonly evidence?: readonly string[];
  readonly reverses?: string;
}

export interface TargetFact {
  readonly subject: string;
  readonly indicator: string;
  readonly quantity: DecimalText;
  readonly dueOn?: string;
}

/** What one matter already booked in sealed periods; several rows add up (§3). */
export interface PriorMatter {
  readonly subject: string;
  readonly matter: string;
  readonly addition?: DecimalText;
  readonly deduction?: DecimalText;
  readonly period?: string;
}

/** mixedSigns = manual: which entry was chosen to stand. */
export interface MatterDecision {
  readonly subject: string;
  readonly matter: string;
  readonly keep: string;
}

/** A decided effect of §9 that comes from outside the indicators. */
export interface EffectFact extends EffectRule {
  readonly subject: string;
  readonly id: string;
  readonly reason?: string;
  /** The legal basis, who started it and who approved it (§9). */
  readonly basis?: string;
  readonly starter?: string;
  readonly approver?: string;
  /** The days on which it holds; absent = this period. */
  readonly from?: string;
  readonly to?: string;
}

export interface Facts {
  readonly period: PeriodFact;
  readonly subjects: readonly Subject[];
  readonly entries: readonly FactEntry[];
  readonly targets?: readonly TargetFact[];
  readonly priorMatters?: readonly PriorMatter[];
  readonly matterDecisions?: readonly MatterDecision[];
  readonly effects?: readonly EffectFact[];
  readonly statuses?: readonly StatusFact[];
  readonly leaves?: readonly LeaveFact[];
  readonly sanctions?: readonly SanctionFact[];
  readonly gradeDecisions?: readonly GradeDecision[];
  readonly calendar?: WorkingDayCalendar;
}
