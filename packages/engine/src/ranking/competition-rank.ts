/**
 * Standard competition ranking of a list already in order: 95, 93, 93, 90 → 1, 2, 2, 4. `same` decides what shares a
 * rank; `from` is the first rank given.
 */
export function competitionRanks<T>(
  ordered: readonly T[],
  same: (a: T, b: T) => boolean,
  from = 1,
): number[] {
  const ranks: number[] = [];
  for (const [at, current] of ordered.entries()) {
    const previous = ordered[at - 1];
    const shares = previous !== undefined && at > 0 && same(previous, current);
    ranks.push(shares ? (ranks[at - 1] ?? from) : from + at);
  }
  return ranks;
}
