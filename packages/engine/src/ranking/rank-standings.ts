import type { Groups } from '../kernel/group-by.ts';

/** Ranked by its numbers. */
export const REGULAR = 0;
/** §7: “rank last” follows all others and ties among themselves. */
export const LAST = 1;
/** Has no rank and takes none. */
export const UNRANKED = 2;

/** Who stands where, by position of the subject. */
export interface Standings {
  /** Only those of one group are compared. */
  readonly groups: Groups;
  /** REGULAR, LAST or UNRANKED. */
  readonly place: Uint8Array;
  /** Whole numbers, the larger the better: the score, then the tie-breakers; -Infinity: no number. */
  readonly keys: readonly [Float64Array, ...Float64Array[]];
}

/** §7: standard competition ranks within each group, 95, 93, 93, 90 → 1, 2, 2, 4; 0 is no rank. */
export function rankStandings(standings: Standings): Int32Array {
  const { groups, place } = standings;
  const { order, starts } = groups;
  const ranks = new Int32Array(place.length);
  for (let g = 0; g + 1 < starts.length; g++) {
    const members = order.subarray(starts[g] ?? 0, starts[g + 1] ?? 0);
    const regular = regularOf(members, place);
    rankRegular(regular, standings.keys, ranks);
    for (const member of members) if (place[member] === LAST) ranks[member] = regular.length + 1;
  }
  return ranks;
}

function regularOf(members: Uint32Array, place: Uint8Array): Uint32Array {
  const regular = new Uint32Array(members.length);
  let count = 0;
  for (const member of members) if (place[member] === REGULAR) regular[count++] = member;
  return regular.subarray(0, count);
}

function rankRegular(members: Uint32Array, keys: Standings['keys'], ranks: Int32Array): void {
  const [scores, ...breakers] = keys;
  const ordered = sortByScore(members, scores);
  for (let start = 0; start < ordered.length; ) {
    let end = start + 1;
    while (end < ordered.length && scores[ordered[end] ?? 0] === scores[ordered[start] ?? 0]) end++;
    const equals = ordered.subarray(start, end);
    if (breakers.length > 0) equals.sort((a, b) => compareKeys(breakers, a, b));
    for (let at = 0; at < equals.length; at++) {
      const member = equals[at] ?? 0;
      const previous = equals[at - 1];
      const shares = previous !== undefined && compareKeys(breakers, previous, member) === 0;
      ranks[member] = shares ? (ranks[previous] ?? 0) : 1 + start + at;
    }
    start = end;
  }
}

/** Larger first; two without a number are equal. */
function compareKeys(keys: readonly Float64Array[], a: number, b: number): number {
  for (const key of keys) {
    const [left, right] = [key[a] ?? 0, key[b] ?? 0];
    if (left !== right) return left > right ? -1 : 1;
  }
  return 0;
}

/**
 * The best first. Score and place in the list are packed into one number, which sorts many times faster than a
 * comparison; scores too far apart for that are compared.
 */
function sortByScore(members: Uint32Array, scores: Float64Array): Uint32Array {
  const size = members.length;
  let best = Number.NEGATIVE_INFINITY;
  let worst = Number.POSITIVE_INFINITY;
  for (const member of members) {
    best = Math.max(best, scores[member] ?? 0);
    worst = Math.min(worst, scores[member] ?? 0);
  }
  const span = (best - worst + 1) * size;
  if (!Number.isSafeInteger(span)) return members.toSorted((a, b) => compareKeys([scores], a, b));
  const packed = span < 2 ** 31 ? new Int32Array(size) : new Float64Array(size);
  for (let at = 0; at < size; at++) packed[at] = (best - (scores[members[at] ?? 0] ?? 0)) * size + at;
  packed.sort();
  const ordered = new Uint32Array(size);
  for (let at = 0; at < size; at++) {
    const value = packed[at] ?? 0;
    ordered[at] = members[value - Math.floor(value / size) * size] ?? 0;
  }
  return ordered;
}
