import { competitionRanks } from '@mingji/engine';
import type { StandingRow } from '../../results/index.ts';
import { byRanking } from './by-ranking.ts';

/**
 * Ranks among those below one unit, in the order of the official ranks: a county tells its own stations apart without
 * contradicting the ranking they come from. For the whole ranking they are the official ones.
 */
export function rankBelow(rows: readonly StandingRow[], unitPath: string): StandingRow[] {
  const below = rows.filter((row) => row.unitPath.startsWith(unitPath));
  const ranked = below.filter(({ rank }) => rank !== null);
  const ranks = new Map<string, number>();
  for (const members of byRanking(ranked, (row) => row)) {
    const ordered = [...members].sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
    const own = competitionRanks(ordered, (a, b) => a.rank === b.rank);
    for (const [index, row] of ordered.entries()) ranks.set(`${row.kind}/${row.id}`, own[index] ?? 0);
  }
  return below.map((row) => ({ ...row, rank: ranks.get(`${row.kind}/${row.id}`) ?? null }));
}
