import { InboxOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

interface EmptyStateProps {
  /** What will appear here. */
  readonly title: string;
  /** How to begin. */
  readonly how?: string;
  readonly action?: ReactNode;
  readonly icon?: ReactNode;
}

/** An empty page says what will appear and how to begin. */
export function EmptyState({ title, how, action, icon }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <span className={styles.icon} aria-hidden>
        {icon ?? <InboxOutlined />}
      </span>
      <p className={styles.title}>{title}</p>
      {how && <p className={styles.how}>{how}</p>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
