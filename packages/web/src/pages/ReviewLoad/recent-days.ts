import { serverNow } from '../../app/server-clock.ts';

const DAY = 86_400_000;

/** The last thirty days by the server's clock, in the bureau's zone. */
export function recentDays(timeZone: string): { readonly from: string; readonly to: string } {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const now = serverNow();
  return { from: format.format(new Date(now.getTime() - 30 * DAY)), to: format.format(now) };
}
