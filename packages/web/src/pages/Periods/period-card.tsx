import { Button } from 'antd';
import { formatDay, lastDay } from '../../app/format-time.ts';
import { useSession } from '../../app/session.tsx';
import { DeadlineText } from '../../components/deadline-text.tsx';
import { StageBar } from '../../components/stage-bar.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { PeriodActions } from './period-actions.tsx';
import styles from './periods.module.css';
import { ReopeningNotice } from './reopening-notice.tsx';
import { stagesOf } from './stages.ts';
import { type Period, periodStates } from './texts.ts';

interface PeriodCardProps {
  readonly period: Period;
  readonly onOpen: () => void;
}

/** A period under way: where it is, what it waits for, what can be done now. */
export function PeriodCard({ period, onOpen }: PeriodCardProps) {
  const { bureau } = useSession();
  return (
    <article className={styles.card}>
      <ReopeningNotice period={period} />
      <div className={styles.head}>
        <h3 className={styles.label}>{period.label}</h3>
        <StatusTag map={periodStates} state={period.state} />
        <span className="mj-quiet">
          数据窗口 {formatDay(period.from)} 至 {formatDay(period.to)}
        </span>
        {period.state === 'open' && (
          <span>
            填报截止（24:00）
            <DeadlineText due={lastDay(period.submitBy, bureau.timeZone)} />
          </span>
        )}
        <span className={styles.spread} />
        <PeriodActions period={period} size="small" />
        <Button size="small" onClick={onOpen}>
          详情
        </Button>
      </div>
      <StageBar label={`${period.label}进度`} stages={stagesOf(period, bureau.timeZone)} />
    </article>
  );
}
