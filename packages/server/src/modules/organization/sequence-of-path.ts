export interface SequencePlace {
  readonly sequenceCode: string;
  readonly sequenceName: string;
  readonly groupCode: string;
  readonly exempt: boolean;
}

/**
 * A squad inside a station is ranked where its station is: the nearest unit upwards that is in a sequence counts
 * (§7, membership is per year). Null when neither the unit nor any above it is in one.
 */
export function nearestSequence(
  path: string,
  places: ReadonlyMap<string, SequencePlace>,
): SequencePlace | null {
  const codes = path.split('/').slice(0, -1);
  for (let depth = codes.length; depth > 0; depth--) {
    const place = places.get(`${codes.slice(0, depth).join('/')}/`);
    if (place) return place;
  }
  return null;
}
