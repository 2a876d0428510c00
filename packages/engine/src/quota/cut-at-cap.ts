/** Who is inside a cap, by an order that knows ties. */
export interface Cut<T> {
  /** Inside whatever anybody decides. */
  readonly within: readonly T[];
  /** Equal to each other, and too many for the places left: a person chooses, with a reason (§10). */
  readonly tied: readonly T[];
  /** Places left for the tied; 0 where nobody is tied. */
  readonly placesLeft: number;
  readonly beyond: readonly T[];
}

/** Fills up to the cap in the order given; a tie at the cut is left open. */
export function cutAtCap<T>(ordered: readonly T[], same: (a: T, b: T) => boolean, cap: number): Cut<T> {
  const lastInside = ordered[cap - 1];
  const firstOutside = ordered[cap];
  if (lastInside === undefined || firstOutside === undefined || !same(lastInside, firstOutside)) {
    return { within: ordered.slice(0, cap), tied: [], placesLeft: 0, beyond: ordered.slice(cap) };
  }
  const start = ordered.findIndex((own) => same(own, lastInside));
  const end = ordered.findLastIndex((own) => same(own, lastInside)) + 1;
  return {
    within: ordered.slice(0, start),
    tied: ordered.slice(start, end),
    placesLeft: cap - start,
    beyond: ordered.slice(end),
  };
}
