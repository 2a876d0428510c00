import { Link } from '@tanstack/react-router';
import { linkAbove, type NavItem, type NavKey, type NavSection } from '../app/navigation.ts';
import { classNames } from './class-names.ts';
import { navIcons } from './nav-icons.tsx';
import styles from './side-navigation.module.css';

interface SideNavigationProps {
  readonly sections: readonly NavSection[];
  /** The page shown; its entry is open, also for pages that are reached from others only. */
  readonly page: { readonly path: string; readonly nav: NavKey } | undefined;
  readonly folded: boolean;
}

/** The entries the account may open, grouped; an entry of several pages shows them while one is open. */
export function SideNavigation({ sections, page, folded }: SideNavigationProps) {
  return (
    <nav className={styles.nav} aria-label="主导航">
      {sections.map((section) => (
        <div key={section.key} className={styles.section}>
          <div className={classNames(styles.group, folded && styles.folded)}>{section.title}</div>
          <ul className={styles.list}>
            {section.items.map((item) => (
              <Entry key={item.key} item={item} page={page} folded={folded} />
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

interface EntryProps extends Omit<SideNavigationProps, 'sections'> {
  readonly item: NavItem;
}

function Entry({ item, page, folded }: EntryProps) {
  const Icon = navIcons[item.key];
  const first = item.links[0];
  if (!first) return null;
  const active = item.key === page?.nav;
  const open = active ? linkAbove(item.links, page.path) : null;
  const several = item.links.length > 1;
  return (
    <li>
      <Link
        to={first.path}
        className={classNames(styles.entry, active && styles.active)}
        title={folded ? item.title : undefined}
        aria-current={!several && open === page?.path ? 'page' : undefined}
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
                className={classNames(styles.sub, link.path === open && styles.subActive)}
                aria-current={link.path === page?.path ? 'page' : undefined}
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
