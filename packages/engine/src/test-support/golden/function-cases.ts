import { splitByWeight } from '../../decomposition/split-by-weight.ts';
import { type Exact, fromInteger } from '../../kernel/exact.ts';
import { parseDecimal, toText } from '../../kernel/exact-text.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { NOT_SCORED, scored } from '../../kernel/score.ts';
import { aggregatePeriods } from '../../rules/aggregate-periods.ts';
import { evaluate } from '../../rules/evaluate.ts';
import type { RuleSet } from '../../rules/rule-set.ts';
import { addWorkingDays } from '../../working-days/working-days.ts';
import { factsOf, indicator, item, ruleSetOf, textOf, unit } from '../small-rule-set.ts';
import {
  type Case,
  type Fields,
  fieldsOf,
  listOf,
  textOrNone,
  type Value,
  withWholeNumbers,
} from './read-cases.ts';

function exact(value: Value | undefined): Exact {
  const read = parseDecimal(String(value));
  if (read === undefined) throw new Error(`${String(value)} is no decimal`);
  return read;
}

function refusal([first]: readonly Refusal[]): Fields {
  return { refused: first?.code ?? '', says: first?.message ?? '' };
}

/** §6: the periods of a year become one score. */
export function runAggregate(given: Case): Fields {
  const periods = listOf(given.scores).map((value, at) => ({
    period: `p${at + 1}`,
    score: value === null ? NOT_SCORED : scored(exact(value)),
  }));
  const aggregation = withWholeNumbers(given.aggregate ?? null) as NonNullable<RuleSet['aggregation']>;
  const result = aggregatePeriods({ aggregation }, periods);
  if (!result.ok) return refusal(result.refusals);
  return { total: textOf(result.value.score), ranked: result.value.ranked };
}

/** §7: a score, `exempt`, nothing, or a score and an effect. */
export function runRank(given: Case): Fields {
  const places = Object.entries(fieldsOf(given.rank)).map(([id, value]) => {
    const [score, effect] = String(value).split(' ');
    return { id, score: value === null ? null : (score ?? ''), effect };
  });
  const result = evaluate({
    ruleSet: ruleSetOf([item('p', [indicator('x', { family: 'imported' })])]),
    facts: factsOf(
      places.flatMap(({ id, score }) =>
        score === null || score === 'exempt'
          ? []
          : [
              {
                id: `e-${id}`,
                subject: id,
                indicator: 'x',
                kind: 'score',
                quantity: score,
                at: '2026-09-01',
              },
            ],
      ),
      {
        subjects: places.map(({ id, score }) => unit(id, score === 'exempt' ? { status: 'exempt' } : {})),
        effects: places.flatMap(({ id, effect }) =>
          effect === 'rankLast' || effect === 'excludeFromRanking'
            ? [{ id: `f-${id}`, subject: id, kind: effect }]
            : [],
        ),
      },
    ),
  });
  if (!result.ok) return refusal(result.refusals);
  return {
    ranks: Object.fromEntries(
      result.value.subjects.map(({ subject, rank }) => [subject, rank === null ? null : String(rank)]),
    ),
  };
}

/** §14: largest remainder, equal remainders by code order. */
export function runSplit(given: Case): Fields {
  const { total, weights, unit: smallest } = fieldsOf(given.split);
  const children = listOf(weights).map((weight, at) => ({
    code: String(at).padStart(4, '0'),
    weight: exact(weight),
  }));
  const result = splitByWeight(
    exact(total),
    children,
    smallest === undefined ? fromInteger(1) : exact(smallest),
  );
  if (!result.ok) return refusal(result.refusals);
  return { parts: result.value.map(({ quantity }) => toText(quantity)) };
}

/** §13: the day of publication is day 0. */
export function runWorkingDays(given: Case): Fields {
  const { years, off, working } = fieldsOf(given.calendar);
  const of = (days: Value | undefined, year: string) =>
    listOf(days)
      .map(String)
      .filter((day) => day.startsWith(year));
  const calendar = {
    years: listOf(years).map((year) => ({
      year: Number(year),
      holidays: of(off, String(year)),
      workdays: of(working, String(year)),
    })),
  };
  const result = addWorkingDays(calendar, textOrNone(given.publishedOn) ?? '', Number(given.days));
  return result.ok ? { endsOn: result.value } : refusal(result.refusals);
}
