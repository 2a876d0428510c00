import type { DecimalText, RateText } from '../kernel/exact-text.ts';
import type { ProposalKind } from '../lists/proposal-kinds.ts';
import type { SubjectKind } from './rule-set.ts';
import type { EffectRule } from './scoring.ts';

/**
 * What a rule set says beyond points: grades, who is appraised where, sanctions, quotas, the year, lists. All of it is
 * data with defaults; a rule set that says nothing here has scores and ranks only.
 */

/** One grade (等次); grades are ordered data, best first (§9). */
export interface Grade {
  readonly code: string;
  /** 好、较好、一般、较差 */
  readonly name: string;
  /** Reached from this score on, itself included (以上含本数); the last grade has none. */
  readonly from?: DecimalText;
  /** ⚙ default may: a leader may lower with a reason, and raise only if `allowRaise`. must: nobody may move it. */
  readonly binding?: 'may' | 'must';
  readonly clause?: string;
}

/** Scores become grades (§9). Rank-based grades and free assignment are not here: a threshold is always necessary. */
export interface GradingRules {
  /** Whom it grades; absent = everybody the rule set appraises. */
  readonly kinds?: readonly SubjectKind[];
  readonly grades: readonly Grade[];
  /** ⚙ default false: a leader may lower a grade with a reason, never raise it. */
  readonly allowRaise?: boolean;
  /** ⚙ default required when a quota holds for the grade: a quota grade is given to nominated people only. */
  readonly nomination?: 'required' | 'none';
  readonly clause?: string;
}

/** Below the line a written review (书面检查) is due; no points change (S3, §9, P16). */
export interface RedLineRule {
  readonly kinds?: readonly SubjectKind[];
  readonly below: DecimalText;
  readonly task: string;
  readonly dueWorkingDays: number;
  readonly clause?: string;
}

/** Who grades somebody of a status (§8). */
export type Grader = 'ownUnit' | 'hostUnit' | 'unitAtPeriodEnd' | 'whereMostOfPeriod' | 'nobody';
/** graded; comment without grade; neither; made up later (补定); off the list and in no denominator. */
export type GradeOutcomeKind = 'graded' | 'commentOnly' | 'noGrade' | 'deferred' | 'offList';

export interface StatusTreatment {
  readonly grader: Grader;
  readonly outcome: GradeOutcomeKind;
  /** Who else tells the facts: the host of a course, the former unit. */
  readonly hears?: 'hostUnit' | 'formerUnit';
}

/** One row of the status matrix (§8, R1). */
export interface AppraisalStatusRule {
  readonly code: string;
  readonly name: string;
  readonly cycle: StatusTreatment;
  readonly year: StatusTreatment;
  /**
   * ⚙ When the days of the status make it the status of the period: on its last day (default), on any day (default
   * where most of the period decides who grades), on more than half of its days.
   */
  readonly holds?: 'atEnd' | 'anyDay' | 'mostOfPeriod';
  /** The status holds by itself when leave of these kinds sums to more than `over` of the period. */
  readonly leave?: {
    readonly kinds: readonly string[];
    /** ⚙ default 1/2: more than half; of the 365 days of 2026 that is 183 or more. */
    readonly over?: RateText;
    /** ⚙ default calendar. */
    readonly days?: 'calendar' | 'working';
  };
  /** ⚙ Whether such a person counts among the participants of the quota; default: graded by the own unit only. */
  readonly inQuota?: boolean;
  readonly clause?: string;
}

/** A sanction has dated effects on its own and later years; of several the heaviest wins (§8). */
export interface SanctionRule {
  readonly code: string;
  readonly name: string;
  /** `year` 0 is the year of the decision; ⚙ `appliesTo`: only its cycles or only its annual appraisal, default both. */
  readonly effects: readonly {
    readonly year: number;
    readonly appliesTo?: 'cycle' | 'year';
    readonly effect: EffectRule;
  }[];
  readonly clause?: string;
}

/** The quota of one grade over the cycles of a year, with carry-over (§10). */
export interface CycleQuotaRules {
  /** The grade that is scarce: 好. */
  readonly grade: string;
  readonly rate: RateText;
  /** ⚙ default true: a balance between 0 and 1 allows one. */
  readonly minimumOne?: boolean;
  /** ⚙ default true: the bureau's own cap is checked as well, without the minimum of one. */
  readonly bureauCap?: boolean;
  readonly clause?: string;
}

/** A separate pool of the annual quota: leaders, auxiliaries (§10). */
export interface QuotaPool {
  readonly code: string;
  readonly name: string;
}

/** The year's grades proposed from the routine cycles (§11, R9). */
export interface YearGradeRules {
  /** Best first: 优秀、称职、基本称职、不称职. */
  readonly grades: readonly Grade[];
  /** Candidates for the first grade: none of these routine grades in the year. */
  readonly barredBy: readonly string[];
  /** Ordered by how often this routine grade was given, then by the mean of the cycles' scores. */
  readonly countedGrade: string;
  /** More than this share of the assessed cycles in `lowGrades` proposes one of `lowProposals`; ⚙ default 1/2. */
  readonly lowGrades: readonly string[];
  readonly lowShare?: RateText;
  readonly lowProposals: readonly string[];
  /** Every cycle in this grade: `allWorstProposal` may follow. */
  readonly worstGrade: string;
  readonly allWorstProposal: string;
  readonly quota?: {
    readonly rate: RateText;
    /** With approval of the authority. */
    readonly raisedRate?: RateText;
    readonly pools?: readonly QuotaPool[];
    readonly clause?: string;
  };
  readonly clause?: string;
}

export interface StreakRule {
  /** last: nobody ranked lower. lastThree: among the last `places`. */
  readonly among: 'last' | 'lastPlaces';
  readonly places?: number;
  readonly years: number;
  /** What is proposed to the committee, in words. */
  readonly proposal: string;
  readonly clause?: string;
}

/** A use of results (N10) that the method foresees for a list. */
export interface SuggestionRule {
  readonly kind: ProposalKind;
  readonly among: 'first' | 'top' | 'last';
  readonly clause?: string;
}

/** First, last and top lists, streaks, zero list, commendation check (§12, P16, P17). */
export interface ListRules {
  /** ⚙ default 3; only where the group has at least twice as many, else 1. */
  readonly first?: number;
  readonly last?: number;
  /** Top list (前十名). */
  readonly top?: number;
  readonly streaks?: readonly StreakRule[];
  /** What may be proposed for whoever stands on a list; people propose, the committee decides. */
  readonly suggestions?: readonly SuggestionRule[];
  /** Nobody accepted in the month though present at least so many working days; ⚙ default 10. */
  readonly zeroList?: { readonly presentDays?: number; readonly clause?: string };
  readonly commendation?: {
    /** A nominee among the last so many is flagged; ⚙ default 3. */
    readonly notAmongLast?: number;
    /** The lowest grade a nominee may hold. */
    readonly gradeFloor?: string;
    readonly clause?: string;
  };
}

/** Coefficients by post or identity (§5, N6): total × k; of several identities the largest k. */
export interface CoefficientRules {
  readonly identities: readonly {
    readonly code: string;
    readonly name: string;
    readonly factor: RateText;
    readonly clause?: string;
  }[];
  /** ⚙ The mean k within a unit should be `mean` ± `tolerance`, else a warning; default 1 ± 0.05. */
  readonly mean?: RateText;
  readonly tolerance?: RateText;
}

/** Dates and days of the procedure (§6, §13); a bureau sets them once, every period takes them. */
export interface ProcedureRules {
  /** ⚙ default 5 working days. */
  readonly noticeDays?: number;
  /** ⚙ default 5 working days from the score becoming visible. */
  readonly appealDays?: number;
  /** ⚙ default 5 working days. */
  readonly answerDays?: number;
  /** ⚙ Who answers when the first answer did not grant all; default the committee. Its answer is final. */
  readonly secondInstance?: 'committee' | 'office' | 'none';
  /** ⚙ default 5 working days from the first answer, and 5 to answer again. */
  readonly secondAppealDays?: number;
  readonly secondAnswerDays?: number;
  /** ⚙ While an appeal is open the subject's rank is not shown, except to the office; default `none`. */
  readonly appealSuspends?: 'none' | 'rank';
  /** Statutory 复核 against the worst annual grade, shown apart; calendar days, default 30 and 15. */
  readonly statutoryReviewDays?: number;
  readonly statutoryAppealDays?: number;
  readonly clause?: string;
}

/** A post with its two lists: duties and performance (N2, 岗位职责、民警履职). */
export interface Post {
  readonly code: string;
  readonly name: string;
  readonly category: string;
  readonly duties: readonly string[];
  readonly performance: readonly string[];
  /** Codes of the indicators that appraise this post. */
  readonly indicators?: readonly string[];
}

/** The published method this one is under (§16): 1 + 55 + N. */
export interface Extends {
  readonly id: string;
  readonly version: string;
}

/** What an item of an upper method leaves to the lower ones; everything not opened is fixed (刚性). */
export interface Opening {
  /** The indicators a lower method adds here sum to exactly these marks. */
  readonly marks?: DecimalText;
  /** Indicators of the upper method a lower one may leave out. */
  readonly optional?: readonly string[];
  readonly maxIndicators?: number;
  readonly clause: string;
}

/** An indicator of the upper method that this one leaves out (§16), by which own clause. */
export interface LeftOut {
  readonly indicator: string;
  readonly clause: string;
}
