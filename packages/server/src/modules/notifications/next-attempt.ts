const MINUTE = 60_000;
/** Minutes to wait after each failure; after the last the delivery has failed and waits for a person. */
const WAITS = [1, 5, 15, 60, 240, 720];

/** When a delivery that failed `attempts` times is tried again; null when it is given up. */
export function nextAttempt(attempts: number, now: Date): Date | null {
  const minutes = WAITS[attempts - 1];
  return minutes === undefined ? null : new Date(now.getTime() + minutes * MINUTE);
}
