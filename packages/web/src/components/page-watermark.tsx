import { Watermark } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { formatInstant } from '../app/format-time.ts';
import { useServerNow } from '../app/server-clock.ts';
import { useSession } from '../app/session.tsx';

/** Who looked, and when, on everything that is shown: a photo of the screen names its source. */
export function PageWatermark({ children }: { readonly children: ReactNode }) {
  const { account, bureau } = useSession();
  const now = useServerNow(5 * 60_000);
  const content = useMemo(
    () => [`${account.displayName} ${account.username}`, formatInstant(now, bureau.timeZone)],
    [account.displayName, account.username, bureau.timeZone, now],
  );
  return (
    <Watermark
      content={content}
      gap={[150, 130]}
      rotate={-20}
      font={{ color: 'rgba(28,39,51,0.055)', fontSize: 14 }}
      // Visible, or the frozen table headers would freeze to this box instead of the scrolling page.
      style={{ minHeight: '100%', overflow: 'visible' }}
    >
      {children}
    </Watermark>
  );
}
