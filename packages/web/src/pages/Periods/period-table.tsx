import { formatDay, lastDay } from '../../app/format-time.ts';
import { useSession } from '../../app/session.tsx';
import { useIsPhone } from '../../app/use-is-phone.ts';
import { StatusTag } from '../../components/status-tag.tsx';
import { PeriodActions } from './period-actions.tsx';
import styles from './periods.module.css';
import { kindNames, type Period, periodStates } from './texts.ts';

interface PeriodTableProps {
  readonly periods: readonly Period[];
  readonly onOpen: (period: Period) => void;
}

/** The periods of the year that are done or still to come, a line each. */
export function PeriodTable({ periods, onOpen }: PeriodTableProps) {
  const { bureau } = useSession();
  const phone = useIsPhone();
  if (periods.length === 0) return null;
  const newestFirst = periods.toReversed();
  if (phone) return <PeriodList periods={newestFirst} onOpen={onOpen} />;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>周期</th>
            <th>类别</th>
            <th>数据窗口</th>
            <th>填报截止（24:00）</th>
            <th>审核截止</th>
            <th>采纳 / 填报</th>
            <th>状态</th>
            <th>操作</th>
          </tr>
        </thead>
        <tbody>
          {newestFirst.map((period) => {
            const { submitted, returned, accepted } = period.counts;
            const handedIn = submitted + returned + accepted;
            return (
              <tr key={period.id}>
                <td>
                  <button type="button" className="mj-link" onClick={() => onOpen(period)}>
                    {period.label}
                  </button>
                </td>
                <td>{kindNames[period.kind]}</td>
                <td>
                  {formatDay(period.from)} 至 {formatDay(period.to)}
                </td>
                <td>{formatDay(lastDay(period.submitBy, bureau.timeZone))}</td>
                <td>{formatDay(lastDay(period.reviewBy, bureau.timeZone))}</td>
                <td className="mj-number">
                  {handedIn === 0 ? <span className="mj-quiet">—</span> : `${accepted} / ${handedIn}`}
                </td>
                <td>
                  <StatusTag map={periodStates} state={period.state} />
                </td>
                <td>
                  <PeriodActions period={period} size="small" />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** On the phone a line a period, the whole of it to press. */
function PeriodList({ periods, onOpen }: PeriodTableProps) {
  const { bureau } = useSession();
  return (
    <ul className={styles.list}>
      {periods.map((period) => (
        <li key={period.id}>
          <button type="button" className={styles.line} onClick={() => onOpen(period)}>
            <span className={styles.label}>{period.label}</span>
            <StatusTag map={periodStates} state={period.state} />
            <span className="mj-quiet">
              填报截止 {formatDay(lastDay(period.submitBy, bureau.timeZone))} 24:00
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
