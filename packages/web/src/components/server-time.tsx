import { formatInstant } from '../app/format-time.ts';
import { messages } from '../app/messages.ts';
import { useServerNow } from '../app/server-clock.ts';
import { useSession } from '../app/session.tsx';

/** The clock that decides deadlines. */
export function ServerTime({ className }: { readonly className?: string | undefined }) {
  const now = useServerNow(10_000);
  const { bureau } = useSession();
  return (
    <time className={className} dateTime={now.toISOString()} title={messages.states.serverTime}>
      {formatInstant(now, bureau.timeZone)}
    </time>
  );
}
