import type { VisibilityRules } from '../access/visibility.ts';
import type { AttendanceRule } from '../attendance/attendance-rules.ts';
import type { DecimalText, RateText } from '../kernel/exact-text.ts';
import type { Rounding } from '../kernel/rounding.ts';
import type { RoleRule } from '../sharing/role-rules.ts';
import type {
  AppraisalStatusRule,
  CoefficientRules,
  CycleQuotaRules,
  Extends,
  GradingRules,
  LeftOut,
  ListRules,
  Opening,
  Post,
  ProcedureRules,
  RedLineRule,
  SanctionRule,
  YearGradeRules,
} from './appraisal-rules.ts';
import type { Scoring } from './scoring.ts';

/** What is appraised (P2). */
export type SubjectKind = 'officer' | 'unit';

export interface Clause {
  readonly id: string;
  /** The sentence of the paper rule, word for word: it stands beside every number it made (X1, X7). */
  readonly text: string;
  readonly source?: string;
}

export interface Multiplier {
  readonly code: string;
  readonly name: string;
  readonly factor: RateText;
  /**
   * Without it the entry names the multiplier. `repeat`: every further occurrence for the same subject within so many
   * days of an earlier one takes it by itself. `during`: everything that happened in these days takes it by itself.
   */
  readonly when?:
    | { readonly kind: 'repeat'; readonly withinDays: number }
    | { readonly kind: 'during'; readonly from: string; readonly to: string };
  readonly clause?: string;
}

export interface Indicator {
  /** Unique in the rule set. */
  readonly code: string;
  readonly name: string;
  readonly clause: string;
  /** The functional department that owns it (P9, 归口部门). */
  readonly owner: string;
  /** What proof a submission must carry, in words. */
  readonly evidence?: string;
  readonly marks?: DecimalText;
  /** The most the events may add or deduct, in size. */
  readonly cap?: DecimalText;
  readonly floorAtLeaf?: boolean;
  readonly allowExcess?: boolean;
  /** Whom it applies to; absent = everybody in the rule set. */
  readonly subjects?: { readonly kinds?: readonly SubjectKind[]; readonly sequences?: readonly string[] };
  readonly multipliers?: readonly Multiplier[];
  readonly scoring: Scoring;
}

export interface Item {
  readonly code: string;
  readonly name: string;
  readonly clause?: string;
  /** Full marks; without it the item starts from 0 and is clamped only by an explicit `low` or `high`. */
  readonly marks?: DecimalText;
  readonly low?: DecimalText;
  readonly high?: DecimalText;
  /** ⚙ The score may pass the full marks; default false. */
  readonly allowExcess?: boolean;
  /** ⚙ Leaves that declare marks are clamped themselves; default false: the clamp sits at the item (§4). */
  readonly floorAtLeaf?: boolean;
  /** §16: what lower methods may fill in here; absent = the item is fixed. */
  readonly opens?: Opening;
  readonly indicators: readonly Indicator[];
}

export interface Module {
  readonly code: string;
  readonly name: string;
  /** ⚙ Share of the module in the total; default 1. */
  readonly weight?: RateText;
  readonly low?: DecimalText;
  readonly high?: DecimalText;
  readonly items: readonly Item[];
}

export type TieBreaker =
  | { readonly by: 'item'; readonly code: string; readonly better?: 'high' | 'low' }
  | { readonly by: 'indicator'; readonly code: string; readonly better?: 'high' | 'low' }
  | { readonly by: 'fewerDeductions' };

export interface RankingRules {
  /** Applied in order; what is still equal shares the rank. Names never break a tie (§7). */
  readonly tieBreakers?: readonly TieBreaker[];
  /** ⚙ A smaller group has a list but no first/last lists; default 1. */
  readonly minGroup?: number;
}

export interface RankedSequence {
  readonly code: string;
  readonly name: string;
  readonly kind: SubjectKind;
  readonly clause?: string;
}

export interface MatterRules {
  /** ⚙ default separate (§3). */
  readonly mixedSigns?: 'separate' | 'maxOnly' | 'manual';
  /** ⚙ default fixedTotal: the parts of several officers may not exceed the standard. */
  readonly split?: 'fixedTotal' | 'each';
}

/** How the periods of a year become one score (§6). */
export interface AggregationRules {
  readonly kind: 'sum' | 'mean' | 'weighted' | 'last';
  /** ⚙ Fewer assessed periods than this and the subject is not ranked; default 2 for mean, else 1. */
  readonly minPeriods?: number;
  /** weighted: period kind or id → weight. */
  readonly weights?: readonly { readonly period: string; readonly weight: RateText }[];
  readonly missing?: 'skip' | 'zero';
}

export interface RuleSet {
  readonly format: 'mingji/rule-set@1';
  readonly id: string;
  readonly name: string;
  readonly version: string;
  /** Percentage: marks sum to `totalMarks`, no total below zero. Accumulating: points add up from zero. */
  readonly mode: 'percentage' | 'accumulating';
  readonly totalMarks?: DecimalText;
  readonly appraises: readonly SubjectKind[];
  /** ⚙ default two decimals, half away from zero; `none` keeps the exact value. */
  readonly rounding?: Rounding | 'none';
  /** ⚙ What becomes of the marks of an indicator that does not apply: shared out (default) or given in full. */
  readonly notApplicable?: 'rescale' | 'full';
  readonly ranking?: RankingRules;
  /** The sequences it ranks in (§7, Q2); who belongs to which is decided per year, outside the rule set. */
  readonly sequences?: readonly RankedSequence[];
  readonly matters?: MatterRules;
  /** P2: the parts people and units have in one matter; without it an entry is the affair of its subject alone. */
  readonly roles?: readonly RoleRule[];
  /** P3: which column of the monthly attendance result feeds which indicator. */
  readonly attendance?: readonly AttendanceRule[];
  readonly aggregation?: AggregationRules;
  /** §16: the published upper method; its version is fixed here. */
  readonly extends?: Extends;
  readonly without?: readonly LeftOut[];
  /** ⚙ Whether publishing a method needs filing (备案) with the level above; default none. */
  readonly filing?: 'required' | 'none';
  readonly coefficients?: CoefficientRules;
  readonly grading?: GradingRules;
  readonly redLine?: RedLineRule;
  readonly statuses?: readonly AppraisalStatusRule[];
  readonly sanctions?: readonly SanctionRule[];
  readonly quota?: CycleQuotaRules;
  readonly year?: YearGradeRules;
  readonly lists?: ListRules;
  readonly procedure?: ProcedureRules;
  /** Who else may look at what (§17). */
  readonly visibility?: VisibilityRules;
  readonly posts?: readonly Post[];
  readonly clauses: readonly Clause[];
  readonly modules: readonly Module[];
}
