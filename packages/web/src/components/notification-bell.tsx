import { BellOutlined } from '@ant-design/icons';
import { notifications } from '@mingji/contract';
import { Link } from '@tanstack/react-router';
import { useEndpoint } from '../api/use-endpoint.ts';
import styles from './notification-bell.module.css';

const ASKED_EVERY_MS = 60_000;

/** How many notices wait unread; opens them. Asks by itself, which keeps no session open. */
export function NotificationBell() {
  const { data } = useEndpoint(notifications.countUnread, {}, { refetchEvery: ASKED_EVERY_MS });
  const unread = data?.unread ?? 0;
  return (
    <Link
      to="/notifications"
      className={styles.bell ?? ''}
      aria-label={unread > 0 ? `通知，${unread} 条未读` : '通知'}
    >
      <BellOutlined aria-hidden />
      {unread > 0 && <span className={styles.count}>{unread > 99 ? '99+' : unread}</span>}
    </Link>
  );
}
