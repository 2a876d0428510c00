import { Link } from '@tanstack/react-router';
import type { NavItem, NavSection } from '../app/navigation.ts';
import { classNames } from './class-names.ts';
import { navIcons } from './nav-icons.tsx';
import styles from './side-navigation.module.css';

interface SideNavigationProps {
  readonly sections: readonly NavSection[];
  /** The path of the page shown; its entry is open. */
  readonly activePath: string | undefined;
  readonly folded: boolean;
  readonly onChoose?: () => void;
}

/** The entries the account may open, grouped; an entry of several pages shows them while one is open. */
export function SideNavigation({ sections, activePath, folded, onChoose }: SideNavigationProps) {
  return (
    <nav className={styles.nav} aria-label="主导航">
      {sections.map((section) => (
        <div key={section.key} className={styles.section}>
          <div className={classNames(styles.group, folded && styles.folded)}>{section.title}</div>
          <ul className={styles.list}>
            {section.items.map((item) => (
              <Entry key={item.key} item={item} {...{ activePath, folded, onChoose }} />
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

interface EntryProps {
  readonly item: NavItem;
  readonly activePath: string | undefined;
  readonly folded: boolean;
  readonly onChoose: (() => void) | undefined;
}

function Entry({ item, activePath, folded, onChoose }: EntryProps) {
  const Icon = navIcons[item.key];
  const first = item.links[0];
  if (!first) return null;
  const active = item.links.some((link) => link.path === activePath);
  const several = item.links.length > 1;
  return (
    <li>
      <Link
        to={first.path}
        className={classNames(styles.entry, active && styles.active)}
        title={folded ? item.title : undefined}
        aria-current={active && !several ? 'page' : undefined}
        onClick={() => onChoose?.()}
      >
        <Icon aria-hidden />
        <span className={classNames(folded && 'mj-visually-hidden')}>{item.title}</span>
      </Link>
      {several && active && !folded && (
        <ul className={styles.list}>
          {item.links.map((link) => (
            <li key={link.path}>
              <Link
                to={link.path}
                className={classNames(styles.sub, link.path === activePath && styles.subActive)}
                aria-current={link.path === activePath ? 'page' : undefined}
                onClick={() => onChoose?.()}
              >
                {link.title}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
