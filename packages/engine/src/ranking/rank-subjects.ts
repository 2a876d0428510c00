import { compareText } from '../kernel/compare-text.ts';
import type { Exact } from '../kernel/exact.ts';
import type { Score } from '../kernel/score.ts';
import type { AppliedEffect, Ranking, SubjectResult } from '../rules/evaluation.ts';
import type { Subject } from '../rules/facts.ts';
import type { RankingRules, TieBreaker } from '../rules/rule-set.ts';
import { comparableNumbers } from './comparable-numbers.ts';
import { rankGroups } from './rank-groups.ts';
import { LAST, REGULAR, rankStandings, UNRANKED } from './rank-standings.ts';

function numberOf(score: Score | undefined): Exact | null {
  return score?.state === 'scored' ? score.value : null;
}

/** §7, §9: without a score no rank; effects may exclude from ranking or put last. */
export function placeOf(state: Score['state'], effects: readonly AppliedEffect[]): number {
  if (state !== 'scored' || effects.some((effect) => effect.kind === 'excludeFromRanking')) return UNRANKED;
  return effects.some((effect) => effect.kind === 'rankLast') ? LAST : REGULAR;
}

/** What the tie-breaker looks at; null: there is no number. */
export function breakerValue(breaker: TieBreaker, result: SubjectResult): Exact | null {
  if (breaker.by === 'fewerDeductions') return result.deductions;
  const parts = breaker.by === 'item' ? result.items : result.indicators;
  return numberOf(parts.find((part) => part.code === breaker.code)?.score);
}

/** Tie-breakers as numbers of which the larger is the better; no number stays the worst. */
export function breakerNumbers(breaker: TieBreaker, numbers: Float64Array): Float64Array {
  const fewer = breaker.by === 'fewerDeductions' || breaker.better === 'low';
  return fewer ? numbers.map((value) => (value === Number.NEGATIVE_INFINITY ? value : 0 - value)) : numbers;
}

/** §7: ranks within kind, sequence and group, best first; the unranked follow by code. Names never break a tie. */
export function rankSubjects(
  subjects: readonly Subject[],
  results: readonly SubjectResult[],
  rules: RankingRules | undefined,
): readonly Ranking[] {
  const groups = rankGroups(subjects);
  const breakers = rules?.tieBreakers ?? [];
  const ranks = rankStandings({
    groups: groups.members,
    place: Uint8Array.from(results, ({ score, effects }) => placeOf(score.state, effects)),
    keys: [
      comparableNumbers(results.map(({ score }) => numberOf(score))),
      ...breakers.map((breaker) =>
        breakerNumbers(breaker, comparableNumbers(results.map((result) => breakerValue(breaker, result)))),
      ),
    ],
  });
  const { order, starts } = groups.members;
  return groups.list.map(({ kind, sequence, group }, at) => {
    const rows = [...order.subarray(starts[at] ?? 0, starts[at + 1] ?? 0)]
      .flatMap((member) => {
        const result = results[member];
        return result === undefined ? [] : [{ result, rank: ranks[member] ?? 0 }];
      })
      .sort(
        (a, b) =>
          (a.rank || Number.POSITIVE_INFINITY) - (b.rank || Number.POSITIVE_INFINITY) ||
          byCode(a.result, b.result),
      )
      .map(({ result: { subject, code, score }, rank }) => ({ subject, code, score, rank: rank || null }));
    const ranked = rows.filter((row) => row.rank !== null).length;
    const tooSmall = ranked < (rules?.minGroup ?? 1);
    return { kind, sequence: sequence ?? null, group: group ?? null, ranked, tooSmall, rows };
  });
}

function byCode(a: SubjectResult, b: SubjectResult): number {
  return compareText(a.code, b.code) || compareText(a.subject, b.subject);
}
