import { compareText } from '../kernel/compare-text.ts';
import { compare, type Exact } from '../kernel/exact.ts';
import { competitionRanks } from '../ranking/competition-rank.ts';

/** Somebody who may get the first grade of the year (§11). */
export interface Candidate {
  readonly subject: string;
  readonly code: string;
  /** How often the counted routine grade was given. */
  readonly counted: number;
  readonly mean: Exact | null;
}

export interface PlacedCandidate extends Candidate {
  /** Equals share a place. */
  readonly place: number;
  readonly shared: boolean;
}

/** More of the counted grade first, then the better mean; no mean comes last. */
function compareCandidates(a: Candidate, b: Candidate): number {
  if (a.counted !== b.counted) return b.counted - a.counted;
  if (a.mean === null || b.mean === null) return Number(a.mean === null) - Number(b.mean === null);
  return compare(b.mean, a.mean);
}

export function sameCandidacy(a: Candidate, b: Candidate): boolean {
  return compareCandidates(a, b) === 0;
}

/** Ties stay ties; equals are listed by code. */
export function orderCandidates(candidates: readonly Candidate[]): readonly PlacedCandidate[] {
  const ordered = [...candidates].sort((a, b) => compareCandidates(a, b) || compareText(a.code, b.code));
  const places = competitionRanks(ordered, sameCandidacy);
  return ordered.map((candidate, at) => {
    const place = places[at] ?? 0;
    return { ...candidate, place, shared: places[at - 1] === place || places[at + 1] === place };
  });
}
