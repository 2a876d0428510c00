import { Link } from '@tanstack/react-router';
import { formatDay, lastDay } from '../../app/format-time.ts';
import { useSession } from '../../app/session.tsx';
import { LookTag, StatusTag } from '../../components/status-tag.tsx';
import { type Period, periodStates } from '../Periods/texts.ts';
import styles from './pilot-page.module.css';

interface MarkedPeriodsProps {
  readonly periods: readonly Period[];
  readonly empty: string;
}

/** Periods set apart by a mark, each leading to where it is worked on. */
export function MarkedPeriods({ periods, empty }: MarkedPeriodsProps) {
  const { bureau } = useSession();
  if (periods.length === 0) return <p className="mj-quiet">{empty}</p>;
  return (
    <ul className={styles.list}>
      {periods.map((period) => (
        <li key={period.id} className={styles.row}>
          <div>
            <Link to="/periods" search={{ year: period.to.slice(0, 4), period: period.id } as never}>
              {period.label}
            </Link>
            <div className="mj-quiet">
              {period.ruleSet.name} · {period.unit.name}
            </div>
          </div>
          <div>
            {period.discardedAt === null ? (
              <StatusTag map={periodStates} state={period.state} />
            ) : (
              <LookTag look="ended" label="已作废" />
            )}
            <div>填报截止 {formatDay(lastDay(period.submitBy, bureau.timeZone))}</div>
          </div>
          <div>
            {period.backEntryReason ??
              `${period.counts.submitted + period.counts.returned + period.counts.accepted} 件填报`}
          </div>
          <div className={styles.act}>
            {period.state !== 'draft' && <Link to={`/periods/${period.id}/closing`}>结账</Link>}
          </div>
        </li>
      ))}
    </ul>
  );
}
