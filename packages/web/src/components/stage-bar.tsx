import { CheckOutlined } from '@ant-design/icons';
import { formatShortDay } from '../app/format-time.ts';
import { classNames } from './class-names.ts';
import styles from './stage-bar.module.css';

export interface Stage {
  readonly key: string;
  readonly title: string;
  readonly state: 'done' | 'current' | 'toCome';
  /** How many are in this stage, of how many. */
  readonly count?: number;
  readonly total?: number;
  /** Day the stage begins or ends. */
  readonly day?: string | null;
}

interface StageBarProps {
  readonly stages: readonly Stage[];
  readonly label: string;
  readonly onChoose?: (key: string) => void;
}

/** Where a period or cycle stands: its stages with counts and dates. */
export function StageBar({ stages, label, onChoose }: StageBarProps) {
  return (
    <ol className={styles.bar} aria-label={label}>
      {stages.map((stage, index) => {
        const inside = (
          <>
            <span className={styles.mark} aria-hidden>
              {stage.state === 'done' ? <CheckOutlined /> : index + 1}
            </span>
            <span className={styles.words}>
              <span className={styles.title}>{stage.title}</span>
              <span className={styles.facts}>{factsOf(stage)}</span>
            </span>
          </>
        );
        return (
          <li
            key={stage.key}
            className={classNames(styles.stage, styles[stage.state])}
            aria-current={stage.state === 'current' ? 'step' : undefined}
          >
            {onChoose ? (
              <button type="button" className={styles.inside} onClick={() => onChoose(stage.key)}>
                {inside}
              </button>
            ) : (
              <span className={styles.inside}>{inside}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function factsOf(stage: Stage): string {
  const count =
    stage.count === undefined
      ? null
      : stage.total === undefined
        ? String(stage.count)
        : `${stage.count}/${stage.total}`;
  return [count, stage.day ? formatShortDay(stage.day) : null].filter(Boolean).join(' · ');
}
