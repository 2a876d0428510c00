import { groupedQuantity } from '../../app/format-points.ts';
import { shareOf } from './split-plan.ts';
import styles from './targets.module.css';

interface ProgressBarProps {
  readonly actual: string;
  readonly issued: string;
  readonly percent: string | null;
}

/** How much is done: the bar ends at 100, the number does not (148 % is a fact). */
export function ProgressBar({ actual, issued, percent }: ProgressBarProps) {
  const beyond = Number(percent ?? 0) > 100;
  return (
    <div className={styles.progress}>
      <div className={styles.bar} aria-hidden>
        <div
          className={beyond ? styles.beyond : styles.done}
          style={{ width: `${shareOf(actual, issued)}%` }}
        />
      </div>
      <span className="mj-number">
        {groupedQuantity(actual)}
        <span className="mj-quiet"> · {percent === null ? '未下达数量' : `${percent}%`}</span>
      </span>
    </div>
  );
}
