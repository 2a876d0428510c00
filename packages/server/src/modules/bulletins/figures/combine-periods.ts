import {
  aggregatePeriods,
  exact,
  NOT_SCORED,
  parseDecimal,
  type RuleSet,
  rankList,
  type Score,
  scored,
} from '@mingji/engine';
import { Refusal } from '../../../refusal.ts';
import { printedScore, type StandingRow } from '../../results/index.ts';
import { byRanking } from './by-ranking.ts';

/** One standing out of several periods', by the aggregation the method declares (§6), ranked anew (§7). */
export function combinePeriods(
  ruleSet: RuleSet,
  periods: readonly { readonly label: string; readonly rows: readonly StandingRow[] }[],
): StandingRow[] {
  const last = periods.at(-1)?.rows ?? [];
  if (periods.length === 1) return [...last];
  const scores = periods.map(({ rows }) => new Map(rows.map((row) => [row.id, row])));
  const combined = last.map((row) => {
    const aggregated = aggregatePeriods(
      ruleSet,
      periods.map(({ label }, index) => ({ period: label, score: scoreOf(scores[index]?.get(row.id)) })),
    );
    if (!aggregated.ok) {
      const why = aggregated.refusals[0]?.message ?? '办法没有写明汇总方式';
      throw new Refusal('refused', `不能把几个周期汇总成一份通报：${why}。请只选一个周期，或先修订办法。`);
    }
    const { score, ranked } = aggregated.value;
    const state = row.state === 'exempt' || row.state === 'notApplicable' ? row.state : score.state;
    const value = state === 'scored' && score.state === 'scored' ? printedScore(ruleSet, score.value) : null;
    return { row: { ...row, state, score: value, rank: null, modules: [] }, ranked };
  });
  return rankedAnew(combined);
}

function scoreOf(row: StandingRow | undefined): Score {
  if (row === undefined) return NOT_SCORED;
  const value = row.score === null ? undefined : parseDecimal(row.score);
  return row.state === 'scored' && value !== undefined ? scored(value) : { state: row.state as 'notScored' };
}

function rankedAnew(combined: readonly { row: StandingRow; ranked: boolean }[]): StandingRow[] {
  const ranks = new Map<string, number | null>();
  for (const members of byRanking(combined, ({ row }) => row)) {
    const list = rankList(
      members.map(({ row, ranked }) => ({
        score: ranked && row.score !== null ? scored(exact(row.score)) : NOT_SCORED,
        effects: [],
      })),
    );
    for (const [index, { row }] of members.entries()) ranks.set(`${row.kind}/${row.id}`, list[index] ?? null);
  }
  return combined.map(({ row }) => ({ ...row, rank: ranks.get(`${row.kind}/${row.id}`) ?? null }));
}
