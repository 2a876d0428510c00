import { ClockCircleOutlined, ExclamationCircleFilled } from '@ant-design/icons';
import { deadlineState, deadlineWords } from '../app/deadline.ts';
import { messages } from '../app/messages.ts';
import { useServerNow } from '../app/server-clock.ts';
import { useSession } from '../app/session.tsx';
import { DateText } from './date-text.tsx';
import styles from './deadline-text.module.css';

interface DeadlineTextProps {
  readonly due: string | null | undefined;
  /** Done in time or not, the clock no longer runs. */
  readonly done?: boolean;
}

/** A deadline by the server's clock; overdue in red with its sign and the days in words. */
export function DeadlineText({ due, done = false }: DeadlineTextProps) {
  const { bureau } = useSession();
  const now = useServerNow(15_000);
  if (!due) return <DateText value={null} />;
  const { kind, days, minutes } = deadlineState(due, now, bureau.timeZone, done);
  return (
    <span className={styles[kind]}>
      <time dateTime={due} className="mj-number">
        {deadlineWords(due, bureau.timeZone)}
      </time>
      {kind === 'overdue' && (
        <span className={styles.words}>
          <ExclamationCircleFilled aria-hidden />{' '}
          {days < 0 ? messages.deadline.overdueDays(-days) : messages.deadline.overdue}
        </span>
      )}
      {(kind === 'today' || kind === 'near') && (
        <span className={styles.words}>
          <ClockCircleOutlined aria-hidden /> {leftWords(days, minutes)}
        </span>
      )}
    </span>
  );
}

function leftWords(days: number, minutes: number | undefined): string {
  if (minutes !== undefined) return messages.deadline.minutesLeft(minutes);
  return days === 0 ? messages.deadline.today : messages.deadline.daysLeft(days);
}
