import { Link, useRouter } from '@tanstack/react-router';
import { Button, Switch } from 'antd';
import { setLargeType, useLargeType } from '../app/large-type.ts';
import { messages } from '../app/messages.ts';
import type { NavSection } from '../app/navigation.ts';
import { useSession } from '../app/session.tsx';
import { useSignOut } from './account-menu.tsx';
import { navIcons } from './nav-icons.tsx';
import styles from './phone-more.module.css';
import { ServerTime } from './server-time.tsx';

interface PhoneMoreProps {
  readonly sections: readonly NavSection[];
  readonly onChoose: () => void;
}

/** Everything beyond the tabs, as tiles a thumb can hit, and the account. */
export function PhoneMore({ sections, onChoose }: PhoneMoreProps) {
  const { account, bureau } = useSession();
  const router = useRouter();
  const signOut = useSignOut();
  const large = useLargeType();
  return (
    <div className={styles.more}>
      {sections.map((section) => (
        <section key={section.key}>
          <h2 className={styles.group}>{section.title}</h2>
          <div className={styles.tiles}>
            {section.items.flatMap((item) => {
              const Icon = navIcons[item.key];
              return item.links.map((link) => (
                <Link key={link.path} to={link.path} className={styles.tile} onClick={onChoose}>
                  <Icon />
                  <span>{link.title}</span>
                </Link>
              ));
            })}
          </div>
        </section>
      ))}
      <section className={styles.account}>
        <p>
          <strong>{account.displayName}</strong> <span className="mj-quiet">{account.username}</span>
          <br />
          <span className="mj-quiet">
            {bureau.name} · <ServerTime />
          </span>
        </p>
        <div className={styles.row}>
          <span id="large-type-label">大字显示</span>
          <Switch checked={large} onChange={setLargeType} aria-labelledby="large-type-label" />
        </div>
        <Button
          block
          onClick={() => {
            onChoose();
            void router.navigate({ to: '/change-password' });
          }}
        >
          {messages.actions.changePassword}
        </Button>
        <Button block onClick={signOut}>
          {messages.actions.signOut}
        </Button>
      </section>
    </div>
  );
}
