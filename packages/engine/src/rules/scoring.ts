import type { DecimalText, RateText } from '../kernel/exact-text.ts';

/**
 * The families of scoring (§2). One indicator uses one family; all are data with typed parameters. A sentence of a
 * paper rule that fits none is a missing form: add a member here, a file in `families/`, a schema in the contract.
 * Points are signed as they act: a deduction is written `-0.5`.
 */
export interface NamedEvent {
  readonly code: string;
  readonly name: string;
  readonly points: DecimalText;
  /** The measure word: 处, 起, 人次. */
  readonly unit?: string;
  readonly clause?: string;
  /** Role split (连带): the points of the unit, its leader, … where they differ (P2). */
  readonly byRole?: readonly { readonly role: string; readonly points: DecimalText }[];
}

/** What stands in for a measure that was never entered: absent is not zero, unless the rule says so. */
export type Absent = 'notScored' | 'zero' | 'full';
/** How several measures of one period become one. */
export type Combine = 'sum' | 'mean' | 'last';
/** Whether a begun step costs nothing, its share, or all. */
export type StepRounding = 'floor' | 'ceil' | 'prorata';

export interface MeasureParameters {
  readonly unit?: string;
  readonly absent?: Absent;
  readonly combine?: Combine;
}

/** Each event adds or deducts its points; the indicator's `cap` limits the sum. */
export interface OccurrenceScoring {
  readonly family: 'occurrence';
  readonly events: readonly NamedEvent[];
}

/** The reviewer picks points inside [min, max] and says why. */
export interface BandScoring {
  readonly family: 'band';
  readonly min: DecimalText;
  readonly max: DecimalText;
  readonly unit?: string;
}

/** Starts at the indicator's marks, named events deduct; `floor` only where the leaf has a floor of its own. */
export interface DeductFromFullScoring {
  readonly family: 'deductFromFull';
  readonly events: readonly NamedEvent[];
  readonly floor?: DecimalText;
}

/** min(actual / target, ceiling) × marks. */
export interface RatioScoring extends MeasureParameters {
  readonly family: 'ratio';
  /** Default 1. */
  readonly ceiling?: RateText;
  /** The target of everybody who was issued none of their own. */
  readonly target?: DecimalText;
}

/** A task: done in time +p, short −q per unit. */
export interface TargetScoring extends MeasureParameters {
  readonly family: 'target';
  /** Points for reaching the target in time; default 0. */
  readonly done?: DecimalText;
  /** Points for each missing unit, negative. */
  readonly short: DecimalText;
  /** How many units one `short` stands for; default 1. */
  readonly per?: DecimalText;
  readonly stepRounding?: StepRounding;
  /** Work after the due date: not counted (default), counted as if in time, or counted with `latePoints` for `done`. */
  readonly late?: 'notCounted' | 'counted' | 'latePoints';
  readonly latePoints?: DecimalText;
  readonly target?: DecimalText;
}

/**
 * Beyond `at`, on the named side, every `step` costs or earns `points`; without `step` the points come once, at the
 * bound itself only when `inclusive` (以上、以下 include the number itself, 低于、高于 do not).
 */
export interface ThresholdSide {
  readonly inclusive?: boolean;
  readonly side: 'below' | 'above';
  readonly at: DecimalText;
  readonly step?: DecimalText;
  readonly points: DecimalText;
}

export interface ThresholdRateScoring extends MeasureParameters {
  readonly family: 'thresholdRate';
  readonly sides: readonly ThresholdSide[];
  /** Default floor: only full steps count. */
  readonly stepRounding?: StepRounding;
  /** A measure given as numerator and denominator is multiplied by this; default 100 (percent). */
  readonly scale?: DecimalText;
}

export interface ControlNumberScoring extends MeasureParameters {
  readonly family: 'controlNumber';
  /** Points of the first overrun; default 0. */
  readonly first?: DecimalText;
  /** The step as a share of the control number: `10%`. */
  readonly step: RateText;
  readonly points: DecimalText;
  /** `base` (default) counts steps from the control number; `firstOverrun` lets `first` pay for the first step. */
  readonly stepsFrom?: 'base' | 'firstOverrun';
  readonly stepRounding?: StepRounding;
  /** The control number of everybody who was issued none of their own. */
  readonly target?: DecimalText;
}

/** `times` occurrences empty the indicator (when it has marks) or the item; fewer act by their points. */
export interface AllOrNothingScoring {
  readonly family: 'allOrNothing';
  readonly events: readonly NamedEvent[];
  readonly times: number;
  readonly empties?: 'indicator' | 'item';
}

/** A score from another rule set or a file × weight. */
export interface ImportedScoring {
  readonly family: 'imported';
  readonly combine?: Combine;
  /** Periods without a score are left out (default) or count 0 (§5). */
  readonly missing?: 'skip' | 'zero';
  readonly weight?: RateText;
}

export interface Tier {
  readonly from?: DecimalText;
  readonly to?: DecimalText;
  /** Default: the lower bound is included, the upper is not. */
  readonly includeFrom?: boolean;
  readonly includeTo?: boolean;
  readonly points: DecimalText;
}

export interface TiersScoring extends MeasureParameters {
  readonly family: 'tiers';
  readonly tiers: readonly Tier[];
  readonly scale?: DecimalText;
}

export type RankForm =
  | {
      readonly kind: 'fromTop';
      readonly first: DecimalText;
      readonly step: DecimalText;
      readonly floor?: DecimalText;
    }
  | {
      readonly kind: 'fromBottom';
      readonly last: DecimalText;
      readonly step: DecimalText;
      readonly ceiling?: DecimalText;
    }
  | { readonly kind: 'table'; readonly places: readonly DecimalText[]; readonly otherwise: DecimalText }
  | { readonly kind: 'proportion'; readonly full: DecimalText };

export interface RankBasedScoring extends MeasureParameters {
  readonly family: 'rankBased';
  /** Which measure is the better; default high. */
  readonly better?: 'high' | 'low';
  readonly form: RankForm;
  readonly scale?: DecimalText;
}

/** Of the rungs reached in one matter only the highest stands. */
export interface LadderScoring {
  readonly family: 'ladder';
  readonly events: readonly NamedEvent[];
}

export interface LatenessScoring {
  readonly family: 'lateness';
  readonly by: 'day' | 'workingDay';
  /** Days to a step; default 1. */
  readonly per?: DecimalText;
  readonly points: DecimalText;
  /** Default ceil: a begun step counts. */
  readonly stepRounding?: StepRounding;
  /** The most one late piece can cost, in size. */
  readonly cap?: DecimalText;
  /** More days than this and the work is void: the indicator is emptied. */
  readonly voidAfter?: number;
}

export interface EscalationScoring {
  readonly family: 'escalation';
  /** The nth occurrence takes the nth step; further ones the last. */
  readonly steps: readonly { readonly points: DecimalText; readonly effect?: EffectRule }[];
}

export interface RelativeToMeanScoring extends MeasureParameters {
  readonly family: 'relativeToMean';
  /** Thresholds on the deviation from the group's mean, in percent of it: `-40`, `50`. */
  readonly sides: readonly ThresholdSide[];
  readonly stepRounding?: StepRounding;
  readonly scale?: DecimalText;
}

export interface AssessmentGroup {
  readonly code: string;
  readonly name: string;
  readonly weight: RateText;
  /** Fewer votes than this and the group counts as absent; default 1. */
  readonly minVotes?: number;
}

/** Weighted votes of groups (民主测评), each vote on a scale of `full`. */
export interface AssessmentScoring {
  readonly family: 'assessment';
  readonly groups: readonly AssessmentGroup[];
  /** The top mark a vote may give; the mean is scaled to the indicator's marks. */
  readonly full: DecimalText;
  readonly dropHighest?: number;
  readonly dropLowest?: number;
  /** An absent group's weight is shared among the others (default), or the indicator is not scored. */
  readonly absentGroup?: 'share' | 'notScored';
}

export interface EffectOnlyScoring {
  readonly family: 'effectOnly';
  readonly effect: EffectRule;
}

/** The closed set of effects (§9). */
export type EffectKind =
  | 'zeroItem'
  | 'zeroTotal'
  | 'gradeCeiling'
  | 'noGrade'
  | 'excludeFromRanking'
  | 'rankLast'
  | 'noCommendation'
  | 'leaderLiability'
  | 'manualReview';
export const EFFECT_KINDS = [
  'zeroItem',
  'zeroTotal',
  'gradeCeiling',
  'noGrade',
  'excludeFromRanking',
  'rankLast',
  'noCommendation',
  'leaderLiability',
  'manualReview',
] as const;

export interface EffectRule {
  readonly kind: EffectKind;
  /** gradeCeiling: the best grade still possible. */
  readonly grade?: string;
  /** noGrade: a comment is still written (记过); default false. */
  readonly comment?: boolean;
  /** noCommendation: how many months. */
  readonly months?: number;
  /** leaderLiability: the leader's points. */
  readonly points?: DecimalText;
  /** zeroItem: which item, when not the indicator's own. */
  readonly item?: string;
  readonly clause?: string;
}

export type Scoring =
  | OccurrenceScoring
  | BandScoring
  | DeductFromFullScoring
  | RatioScoring
  | TargetScoring
  | ThresholdRateScoring
  | ControlNumberScoring
  | AllOrNothingScoring
  | ImportedScoring
  | TiersScoring
  | RankBasedScoring
  | LadderScoring
  | LatenessScoring
  | EscalationScoring
  | RelativeToMeanScoring
  | AssessmentScoring
  | EffectOnlyScoring;

export type FamilyName = Scoring['family'];
