/** What a rank may be said to mean among its group (X9). */
export interface PlaceInGroup {
  /** The places that those of the same rank hold together: two who share rank 2 hold 2–3. */
  readonly from: number;
  readonly to: number;
  readonly of: number;
  /** Of the others in the group, how many percent stand behind: whole, never rounded up. Null where the group is too small. */
  readonly aheadOf: number | null;
}

/** Below this one place is more than ten percent: a percentile would be false precision. */
export const SMALLEST_FOR_PERCENT = 10;

/** X9: `shared` counts those who have this rank, the one asked about among them. */
export function placeInGroup(rank: number, shared: number, of: number): PlaceInGroup {
  const to = rank + shared - 1;
  const aheadOf = of < SMALLEST_FOR_PERCENT ? null : Math.floor(((of - to) * 100) / (of - 1));
  return { from: rank, to, of, aheadOf };
}

/** In the words of the office: 第 3 名；第 2–5 名，不可区分. */
export function placeWords({ from, to, of, aheadOf }: PlaceInGroup): string {
  const where = from === to ? `第 ${from} 名` : `第 ${from}–${to} 名，不可区分`;
  if (of === 1) return '本组仅 1 名，不作比较';
  return aheadOf === null ? `${where}（共 ${of} 名）` : `${where}（共 ${of} 名，领先其余的 ${aheadOf}%）`;
}
