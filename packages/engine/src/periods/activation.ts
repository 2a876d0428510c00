/** A unit with everything below it takes part from a day on (P20). */
export interface Activation {
  readonly unitPath: string;
  readonly from: string;
  /** The last day; null: until further notice. */
  readonly to: string | null;
}

/** Whether the unit takes part on the day. Without any activation there is no pilot: everybody does. */
export function takesPartOn(activations: readonly Activation[], unitPath: string, day: string): boolean {
  if (activations.length === 0) return true;
  return activations.some(
    ({ unitPath: above, from, to }) =>
      unitPath.startsWith(above) && from <= day && (to === null || day <= to),
  );
}

/** Whether the unit or anything below it takes part at some time between the two days: a target may pass through it. */
export function pilotReaches(
  activations: readonly Activation[],
  unitPath: string,
  days: { readonly from: string; readonly to: string },
): boolean {
  if (activations.length === 0) return true;
  return activations.some(
    ({ unitPath: active, from, to }) =>
      (unitPath.startsWith(active) || active.startsWith(unitPath)) &&
      from <= days.to &&
      (to === null || days.from <= to),
  );
}

/** Since when the unit takes part, or will: the first day that is not over; null when nothing is foreseen. */
export function takesPartFrom(
  activations: readonly Activation[],
  unitPath: string,
  day: string,
): string | null {
  const coming = activations
    .filter(({ unitPath: above, to }) => unitPath.startsWith(above) && (to === null || day <= to))
    .map(({ from }) => from)
    .sort();
  return coming[0] ?? null;
}
