import type { results } from '@mingji/contract';
import {
  DEFAULT_ROUNDING,
  type Exact,
  type RuleSet,
  type Score,
  type SubjectResult,
  toFixedText,
  toText,
} from '@mingji/engine';

/** What `result.detail` holds: enough for tables; the explanation is recomputed on demand (X1). */
export interface ScoreDetail {
  /** After the weight of the module; absent in results of before modules were kept. */
  readonly modules?: readonly CodedScore[];
  readonly items: readonly CodedScore[];
  readonly indicators: readonly CodedScore[];
  readonly missing: readonly string[];
  /** Absent where the rule set gives no grades. */
  readonly grade?: results.GradeView;
}
export interface CodedScore {
  readonly code: string;
  readonly state: Score['state'];
  readonly value: string | null;
}

export function scoreDetail(result: SubjectResult, grade: results.GradeView | null): ScoreDetail {
  return {
    modules: result.modules.map(coded),
    items: result.items.map(coded),
    indicators: result.indicators.map(coded),
    missing: result.missing,
    ...(grade === null ? {} : { grade }),
  };
}

/** The score as printed, with its digits (§1), and the exact value before rounding: 4/3 stays 4/3. */
export function scoreColumns(ruleSet: RuleSet, result: SubjectResult) {
  return {
    score_state: result.score.state,
    score: result.score.state === 'scored' ? printedScore(ruleSet, result.score.value) : null,
    score_exact: result.unrounded === null ? null : toText(result.unrounded),
  };
}

export function printedScore(ruleSet: RuleSet, value: Exact): string {
  const rounding = ruleSet.rounding ?? DEFAULT_ROUNDING;
  return rounding === 'none' ? shown(value) : toFixedText(value, rounding);
}

function coded({ code, score }: { code: string; score: Score }): CodedScore {
  return { code, state: score.state, value: score.state === 'scored' ? shown(score.value) : null };
}

/** A fraction without an end shows six places; the explanation has the exact one. */
export function shown(value: Exact): string {
  const text = toText(value);
  return text.includes('/') ? toFixedText(value, { digits: 6, mode: 'halfAwayFromZero' }) : text;
}
