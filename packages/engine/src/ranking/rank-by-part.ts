import { groupBy } from '../kernel/group-by.ts';
import type { Score } from '../kernel/score.ts';
import { comparableNumbers } from './comparable-numbers.ts';
import { REGULAR, rankStandings, UNRANKED } from './rank-standings.ts';

/** One subject with its points in one module or item. */
export interface PartMember {
  readonly sequence: string | null;
  readonly group: string | null;
  readonly score: Score;
  /** Whether the total has a rank: who is out of the ranking (§9) is out of it in every part. */
  readonly ranked: boolean;
}
export interface PartRank {
  /** Null: no points there, or not in the ranking. */
  readonly rank: number | null;
  /** How many of the same group have a rank in this part. */
  readonly of: number;
}

/**
 * Ranks by the points of one module or item, within the same sequence and group and with the ties of §7; in the order
 * given. Tie-breakers are for totals: equal points in a part share the rank. Nothing rests on these ranks but the eye.
 */
export function rankByPart(members: readonly PartMember[]): readonly PartRank[] {
  const codes = new Map<string, number>();
  const keys = Int32Array.from(members, ({ sequence, group }) => {
    const key = `${sequence ?? ''}\u0000${group ?? ''}`;
    const code = codes.get(key) ?? codes.size;
    codes.set(key, code);
    return code;
  });
  const ranks = rankStandings({
    groups: groupBy(keys, codes.size),
    place: Uint8Array.from(members, ({ score, ranked }) =>
      score.state === 'scored' && ranked ? REGULAR : UNRANKED,
    ),
    keys: [comparableNumbers(members.map(({ score }) => (score.state === 'scored' ? score.value : null)))],
  });
  const counts = new Int32Array(codes.size);
  for (let at = 0; at < members.length; at++) {
    const key = keys[at] ?? 0;
    if (ranks[at] !== 0) counts[key] = (counts[key] ?? 0) + 1;
  }
  return members.map((_, at) => ({ rank: ranks[at] || null, of: counts[keys[at] ?? 0] ?? 0 }));
}
