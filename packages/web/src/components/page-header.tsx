import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
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
        <h1 className={styles.title}>{title}</h1>
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
