import type { StandingRow } from '../../results/index.ts';

/** The rows of each ranking: of one kind, sequence and group, in the order they came. */
export function byRanking<T>(
  rows: readonly T[],
  standingOf: (each: T) => Pick<StandingRow, 'kind' | 'sequence' | 'group'>,
): readonly (readonly T[])[] {
  const rankings = new Map<string, T[]>();
  for (const row of rows) {
    const { kind, sequence, group } = standingOf(row);
    const place = JSON.stringify([kind, sequence, group]);
    const members = rankings.get(place);
    if (members) members.push(row);
    else rankings.set(place, [row]);
  }
  return [...rankings.values()];
}
