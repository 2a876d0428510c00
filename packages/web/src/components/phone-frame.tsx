import { AppstoreOutlined } from '@ant-design/icons';
import { Link, useRouterState } from '@tanstack/react-router';
import { Drawer } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { messages } from '../app/messages.ts';
import { navigationFor, type PhoneTab, pageAt, phoneTabsFor } from '../app/navigation.ts';
import { pages } from '../app/pages.ts';
import { useSession } from '../app/session.tsx';
import { classNames } from './class-names.ts';
import { HeaderSlotContext } from './header-slot.tsx';
import { navIcons } from './nav-icons.tsx';
import { NotificationBell } from './notification-bell.tsx';
import { PageWatermark } from './page-watermark.tsx';
import styles from './phone-frame.module.css';
import { PhoneMore } from './phone-more.tsx';
import { StandingLine } from './standing-line.tsx';

/** The phone: everything for one hand at the bottom; the rest behind 更多. */
export function PhoneFrame({ children }: { readonly children: ReactNode }) {
  const { abilities, bureau } = useSession();
  const [open, setOpen] = useState(false);
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const page = pageAt(pages, pathname);
  const sections = useMemo(() => navigationFor(pages, abilities), [abilities]);
  const tabs = useMemo(() => phoneTabsFor(pages, abilities), [abilities]);
  return (
    <div className={styles.frame}>
      <header className={classNames(styles.header, 'mj-on-dark')}>
        <strong className={styles.title}>{page?.title ?? bureau.name}</strong>
        <div className={styles.right}>
          <StandingLine className={styles.standing} />
          <NotificationBell />
        </div>
      </header>
      <div ref={setSlot} className={styles.slot} />
      <main className={styles.main}>
        <HeaderSlotContext value={slot}>
          <PageWatermark>
            <div className={styles.content}>{children}</div>
          </PageWatermark>
        </HeaderSlotContext>
      </main>
      <nav className={styles.tabs} aria-label="主导航">
        {tabs.map(({ tab, title, path }) => {
          const Icon = navIcons[tab];
          const active = page?.path === path;
          return (
            <Link
              key={path}
              to={path}
              className={classNames(styles.tab, active && styles.active)}
              aria-current={active ? 'page' : undefined}
            >
              <Icon aria-hidden />
              <span>{title ?? messages.phone[tab as PhoneTab]}</span>
            </Link>
          );
        })}
        <button type="button" className={styles.tab} aria-expanded={open} onClick={() => setOpen(true)}>
          <AppstoreOutlined />
          <span>{messages.phone.more}</span>
        </button>
      </nav>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        placement="bottom"
        size="80vh"
        title={messages.phone.more}
        styles={{ body: { padding: 12 } }}
      >
        <PhoneMore sections={sections} onChoose={() => setOpen(false)} />
      </Drawer>
    </div>
  );
}
