import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { useRouterState } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { messages } from '../app/messages.ts';
import { navigationFor, pageAt } from '../app/navigation.ts';
import { pages } from '../app/pages.ts';
import { useSession } from '../app/session.tsx';
import { AccountMenu } from './account-menu.tsx';
import styles from './app-frame.module.css';
import { classNames } from './class-names.ts';
import { HeaderSlotContext } from './header-slot.tsx';
import { LargeTypeButton } from './large-type-button.tsx';
import { NotificationBell } from './notification-bell.tsx';
import { PageWatermark } from './page-watermark.tsx';
import { ServerTime } from './server-time.tsx';
import { SideNavigation } from './side-navigation.tsx';
import { StandingLine } from './standing-line.tsx';
import { usePreference } from './use-preference.ts';

/** The desktop: deep-blue frame, white working surface. */
export function AppFrame({ children }: { readonly children: ReactNode }) {
  const { bureau, abilities } = useSession();
  const [folded, setFolded] = usePreference('navigationFolded', false);
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const sections = useMemo(() => navigationFor(pages, abilities), [abilities]);
  return (
    <div className={styles.frame}>
      <a href="#content" className={styles.skip}>
        跳到正文
      </a>
      <header className={classNames(styles.header, 'mj-on-dark', 'mj-no-print')}>
        <div className={styles.brand}>
          <img src="/favicon.svg" alt="" width={26} height={26} />
          <strong>{messages.product}</strong>
          <span className={styles.bureau}>{bureau.name}</span>
          {bureau.isDemo && <span className={styles.demo}>演示</span>}
        </div>
        <div ref={setSlot} className={styles.slot} />
        <StandingLine className={styles.standing} />
        <ServerTime className={styles.time} />
        <NotificationBell />
        <LargeTypeButton />
        <AccountMenu />
      </header>
      <aside className={classNames(styles.side, folded && styles.sideFolded, 'mj-on-dark', 'mj-no-print')}>
        <SideNavigation sections={sections} page={pageAt(pages, pathname)} folded={folded} />
        <button
          type="button"
          className={styles.fold}
          onClick={() => setFolded(!folded)}
          aria-label={folded ? '展开导航' : '收起导航'}
        >
          {folded ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
        </button>
      </aside>
      <main id="content" className={styles.main} tabIndex={-1}>
        <HeaderSlotContext value={slot}>
          <PageWatermark>
            <div className={styles.content}>{children}</div>
          </PageWatermark>
        </HeaderSlotContext>
      </main>
    </div>
  );
}
