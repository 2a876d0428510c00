import { targets } from '@mingji/contract';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { dayOf, lastDay } from '../../app/format-time.ts';
import { serverNow } from '../../app/server-clock.ts';
import { useAbility, useSession } from '../../app/session.tsx';
import { DeadlineText } from '../../components/deadline-text.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { ProgressBar } from './progress-bar.tsx';
import styles from './targets.module.css';

/** What the officer has to do this year, how much is done, until when this month's work may be handed in. */
export function MyTargets() {
  const { bureau } = useSession();
  const mayReport = useAbility('submission.create');
  const year = Number(dayOf(serverNow(), bureau.timeZone).slice(0, 4));
  const query = useEndpoint(targets.listMyTargets, { query: { year } });
  if (query.error && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <LoadingState />;
  if (query.data.targets.length === 0) {
    return (
      <EmptyState
        title={`${year} 年还没有分解到您的目标`}
        how="所在单位把目标分解到人后，任务、完成数和截止时间显示在这里。"
      />
    );
  }
  return (
    <ul className={styles.cards}>
      {query.data.targets.map((target) => (
        <li key={target.id} className={styles.card}>
          <div className={styles.cardHead}>
            <span>{target.indicator.name}</span>
            <span className="mj-number">
              {target.figures.issued} {target.indicator.measureUnit ?? ''}
            </span>
          </div>
          <div className="mj-quiet">{target.indicator.clauseText}</div>
          <ProgressBar {...target.figures} />
          <div className={styles.cardNumbers}>
            <span className="mj-quiet">{target.ruleSetName}</span>
            {target.submitBy && (
              <span>
                本期填报截止（24:00）
                <DeadlineText due={lastDay(target.submitBy, bureau.timeZone)} />
              </span>
            )}
          </div>
          {mayReport && target.periodId && (
            // With its period: two methods may have indicators of the same code.
            <Link
              to="/report"
              search={{ period: target.periodId, indicator: target.indicator.code } as never}
            >
              <Button type="primary" ghost>
                填报完成情况
              </Button>
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
