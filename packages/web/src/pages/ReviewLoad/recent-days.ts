import { dayOf } from '../../app/format-time.ts';
import { serverNow } from '../../app/server-clock.ts';

const DAY = 86_400_000;

/** The last thirty days by the server's clock, in the bureau's zone. */
export function recentDays(timeZone: string): { readonly from: string; readonly to: string } {
  const now = serverNow();
  return { from: dayOf(new Date(now.getTime() - 30 * DAY), timeZone), to: dayOf(now, timeZone) };
}
