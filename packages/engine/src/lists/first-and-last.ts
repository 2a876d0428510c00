import type { ListRules } from '../rules/appraisal-rules.ts';
import type { RankedRow, Ranking } from '../rules/evaluation.ts';
import { isAmongFirst, isAmongLast, LIST_PLACES } from './group-place.ts';
import { placedRows } from './published-rank.ts';

export interface GroupLists {
  readonly first: readonly RankedRow[];
  readonly last: readonly RankedRow[];
  /** Empty where the rule set has no such list. */
  readonly top: readonly RankedRow[];
  /** Chinese: why there are no lists; null where there are. */
  readonly note: string | null;
}

/** First, last and top lists of one group (§12, P16); a group below the least size has a ranking only (§7). */
export function firstAndLast(ranking: Ranking, rules: ListRules): GroupLists {
  if (ranking.tooSmall) {
    const note = `只有 ${ranking.ranked} 个参加排名，少于办法规定的最少个数，只列名次，不列首末位`;
    return { first: [], last: [], top: [], note };
  }
  const placed = placedRows(ranking);
  const { first = LIST_PLACES, last = LIST_PLACES, top = 0 } = rules;
  return {
    first: placed.filter(({ place }) => isAmongFirst(place, first)).map(({ row }) => row),
    last: placed.filter(({ place }) => isAmongLast(place, last)).map(({ row }) => row),
    top: placed.filter(({ place }) => place.rank <= top).map(({ row }) => row),
    note: null,
  };
}
