import { isAmongFirst, isAmongLast } from '@mingji/engine';
import { byRanking } from '../figures/by-ranking.ts';
import type { FigureRow } from '../figures/figures.ts';

interface Places {
  readonly first: readonly FigureRow[];
  readonly last: readonly FigureRow[];
}

/** The first and last k of one sequence (§12): of a small group only one, whoever is last with all who tie. */
export function firstAndLastRows(rows: readonly FigureRow[], places: number): Places {
  const ranked = rows.filter(({ rank }) => rank !== null);
  const all = byRanking(ranked, (row) => row).map((members) => {
    const size = members.length;
    const worstRank = Math.max(...members.map(({ rank }) => rank ?? 0));
    const place = (row: FigureRow) => ({ rank: row.rank ?? 0, size, worstRank });
    // Of one or two nobody is told apart as the last.
    const last = size < 3 ? [] : members.filter((row) => isAmongLast(place(row), places));
    return { first: members.filter((row) => isAmongFirst(place(row), places)), last };
  });
  // A rank that is not told for now keeps its place in the count and is in no list.
  const told = (found: readonly FigureRow[]) => found.filter(({ suspended }) => !suspended);
  return { first: told(all.flatMap(({ first }) => first)), last: told(all.flatMap(({ last }) => last)) };
}
