import type { RankedRow, Ranking } from '../rules/evaluation.ts';
import type { GroupPlace } from './group-place.ts';

/** A place in a published annual ranking (§12). */
export interface PublishedRank extends GroupPlace {
  readonly year: number;
  readonly subject: string;
}

export interface PlacedRow {
  readonly row: RankedRow;
  readonly place: GroupPlace;
}

/** Everybody with a rank. */
export function placedRows({ rows, ranked: size }: Ranking): readonly PlacedRow[] {
  const placed = rows.flatMap((row) => (row.rank === null ? [] : [{ row, rank: row.rank }]));
  const worstRank = placed.reduce((worst, { rank }) => Math.max(worst, rank), 0);
  return placed.map(({ row, rank }) => ({ row, place: { rank, size, worstRank } }));
}

/** The places of a published year; a group too small for lists has none that count. */
export function publishedRanks(year: number, ranking: Ranking): readonly PublishedRank[] {
  if (ranking.tooSmall) return [];
  return placedRows(ranking).map(({ row, place }) => ({ year, subject: row.subject, ...place }));
}
