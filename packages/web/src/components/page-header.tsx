import { Link, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { pageAt } from '../app/navigation.ts';
import { pages } from '../app/pages.ts';
import { useIsPhone } from '../app/use-is-phone.ts';
import { classNames } from './class-names.ts';
import styles from './page-header.module.css';

interface PageHeaderProps {
  readonly title: ReactNode;
  /** One sentence: what this page is for. */
  readonly description?: ReactNode;
  /** The pages above this one. */
  readonly trail?: readonly { readonly title: string; readonly to: string }[];
  /** The one main action of the page. */
  readonly action?: ReactNode;
  /** Quieter actions, before the main one. */
  readonly more?: ReactNode;
}

export function PageHeader({ title, description, trail = [], action, more }: PageHeaderProps) {
  const phone = useIsPhone();
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  // The phone's own bar tells the page's name already.
  const told = phone && title === pageAt(pages, pathname)?.title;
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        {trail.length > 0 && (
          <nav className={styles.trail} aria-label="位置">
            {trail.map((step) => (
              <span key={step.to}>
                <Link to={step.to}>{step.title}</Link>
                <span aria-hidden> / </span>
              </span>
            ))}
          </nav>
        )}
        <h1 className={classNames(styles.title, told && 'mj-visually-hidden')}>{title}</h1>
        {description && <p className={styles.description}>{description}</p>}
      </div>
      {(action || more) && (
        <div className={styles.actions}>
          {more}
          {action}
        </div>
      )}
    </header>
  );
}
