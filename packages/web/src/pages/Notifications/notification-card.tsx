import { notifications } from '@mingji/contract';
import { DateText } from '../../components/date-text.tsx';
import styles from './notification-card.module.css';

/** One notice for the thumb: what, about what, when. */
export function NotificationCard({ notice }: { readonly notice: notifications.NotificationView }) {
  return (
    <div className={styles.card}>
      <div className={styles.head}>
        <strong>{notice.title}</strong>
        {notice.readAt === null && <span className={styles.unread}>未读</span>}
      </div>
      <div>{notice.detail}</div>
      <div className="mj-quiet">
        {notifications.noticeKinds[notice.kind]} · <DateText value={notice.at} />
      </div>
    </div>
  );
}
