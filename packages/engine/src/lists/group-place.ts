/** Where somebody stands in a ranked group. */
export interface GroupPlace {
  readonly rank: number;
  /** How many have a rank. */
  readonly size: number;
  /** The rank nobody is ranked below. */
  readonly worstRank: number;
}

/** ⚙ How many places a first or last list has by default. */
export const LIST_PLACES = 3;

/** A list of k only where the group has at least twice as many, else of one (§12); a list of none stays none. */
export function listPlaces(size: number, wanted: number): number {
  return size >= 2 * wanted ? wanted : 1;
}

export function isAmongFirst({ rank, size }: GroupPlace, wanted: number): boolean {
  return rank <= listPlaces(size, wanted);
}

/** Nobody ranked lower, ties included (§12). */
export function isLast({ rank, worstRank }: GroupPlace): boolean {
  return rank === worstRank;
}

/** The last three of 17 are the ranks above 14; whoever is last is always among them, ties included. */
export function isAmongLast(place: GroupPlace, wanted: number): boolean {
  const places = listPlaces(place.size, wanted);
  return place.rank > place.size - places || (places > 0 && isLast(place));
}
