/**
 * Standard competition ranking of a list already in order: 95, 93, 93, 90 → 1, 2, 2, 4. `same` decides what shares a
 * rank.
 */
export function competitionRanks<T>(ordered: readonly T[], same: (a: T, b: T) => boolean): number[] {
  let first = 0;
  return ordered.map((current, at) => {
    const previous = ordered[at - 1];
    if (previous === undefined || !same(previous, current)) first = at;
    return first + 1;
  });
}
