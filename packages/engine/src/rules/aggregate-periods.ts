import { add, divide, type Exact, fromInteger, isZero, multiply, ZERO } from '../kernel/exact.ts';
import { parseRate } from '../kernel/exact-text.ts';
import { ok, type Result, refused } from '../kernel/refusal.ts';
import { DEFAULT_ROUNDING, round } from '../kernel/rounding.ts';
import { NOT_SCORED, type Score, scored } from '../kernel/score.ts';
import type { RuleSet } from './rule-set.ts';

export interface PeriodScore {
  readonly period: string;
  readonly score: Score;
}

export interface AggregatedScore {
  readonly score: Score;
  readonly unrounded: Exact | null;
  readonly assessed: number;
  /** False: fewer assessed periods than the rule set asks for, so not ranked (§6). */
  readonly ranked: boolean;
}

/**
 * A year out of its periods (§6): sum, mean, weighted or last. It uses *the scores*, that is the rounded ones, so
 * that anyone can check it from the printed tables. Periods without a score are left out unless the rule says zero.
 */
export function aggregatePeriods(
  rules: Pick<RuleSet, 'aggregation' | 'rounding'>,
  periods: readonly PeriodScore[],
): Result<AggregatedScore> {
  const aggregation = rules.aggregation;
  if (aggregation === undefined) {
    return refused({
      code: 'aggregationMissing',
      path: 'aggregation',
      message: '办法没有写明各周期得分如何汇总，请写 aggregation（sum、mean、weighted 或 last）',
    });
  }
  const values = new Map<string, Exact>();
  for (const { period, score } of periods) {
    if (score.state === 'scored') values.set(period, score.value);
    else if (aggregation.missing === 'zero' && score.state === 'notScored') values.set(period, ZERO);
  }
  const assessed = values.size;
  const minimum = aggregation.minPeriods ?? (aggregation.kind === 'mean' ? 2 : 1);
  if (assessed === 0) return ok({ score: NOT_SCORED, unrounded: null, assessed, ranked: false });
  const unrounded = combine(aggregation.kind, values, aggregation.weights ?? []);
  if (unrounded === undefined) {
    return refused({
      code: 'weightMissing',
      path: 'aggregation.weights',
      message: '按权重汇总时，每个有得分的周期都要写明权重',
    });
  }
  const rounding = rules.rounding === 'none' ? null : (rules.rounding ?? DEFAULT_ROUNDING);
  const value = rounding === null ? unrounded : round(unrounded, rounding);
  return ok({ score: scored(value), unrounded, assessed, ranked: assessed >= minimum });
}

function combine(
  kind: 'sum' | 'mean' | 'weighted' | 'last',
  values: ReadonlyMap<string, Exact>,
  weights: readonly { readonly period: string; readonly weight: string }[],
): Exact | undefined {
  const list = [...values.values()];
  const sum = list.reduce(add, ZERO);
  if (kind === 'sum') return sum;
  if (kind === 'mean') return divide(sum, fromInteger(list.length));
  if (kind === 'last') return list.at(-1);
  let weighted = ZERO;
  let total = ZERO;
  for (const [period, value] of values) {
    const text = weights.find((own) => own.period === period)?.weight;
    const weight = text === undefined ? undefined : parseRate(text);
    if (weight === undefined) return undefined;
    weighted = add(weighted, multiply(value, weight));
    total = add(total, weight);
  }
  return isZero(total) ? undefined : divide(weighted, total);
}
