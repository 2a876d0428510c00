import { shareOfCount } from './floor-state.ts';
import styles from './targets.module.css';

interface CountBarProps {
  readonly part: number;
  readonly whole: number;
  /** What the two numbers are, for those who cannot see the bar: 已查收, 已采纳. */
  readonly label: string;
}

/** Two counts and how much of the second the first is. */
export function CountBar({ part, whole, label }: CountBarProps) {
  const share = shareOfCount(part, whole);
  if (share === null) return <span className="mj-quiet">—</span>;
  return (
    <div className={styles.countBar} title={`${label} ${share}%`}>
      <span className="mj-number">
        {part}
        <span className="mj-quiet"> / {whole}</span>
      </span>
      <div className={styles.bar} aria-hidden>
        <div className={styles.done} style={{ width: `${share}%` }} />
      </div>
    </div>
  );
}
