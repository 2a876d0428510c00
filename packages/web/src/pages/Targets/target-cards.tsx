import { Button } from 'antd';
import { groupedQuantity } from '../../app/format-points.ts';
import { ProgressBar } from './progress-bar.tsx';
import { RestText } from './rest-text.tsx';
import styles from './targets.module.css';
import { type Target, texts } from './texts.ts';

interface TargetCardsProps {
  readonly targets: readonly Target[];
  readonly onDecompose?: (targetId: string) => void;
}

/** The same on a phone: a card a target. */
export function TargetCards({ targets, onDecompose }: TargetCardsProps) {
  return (
    <ul className={styles.cards}>
      {targets.map((target) => (
        <li key={target.id} className={styles.card}>
          <div className={styles.cardHead}>
            <span>{target.indicator.name}</span>
            <span className="mj-number">
              {groupedQuantity(target.figures.issued)} {target.indicator.measureUnit ?? ''}
            </span>
          </div>
          {onDecompose && (
            <div className={styles.cardNumbers}>
              <span>已分解 {groupedQuantity(target.figures.handedDown)}</span>
              <span>自留 {groupedQuantity(target.figures.kept)}</span>
              <span>
                未分解 <RestText figures={target.figures} />
              </span>
            </div>
          )}
          <ProgressBar {...target.figures} />
          {onDecompose && (
            <Button size="small" onClick={() => onDecompose(target.id)}>
              {target.canDecompose ? texts.decompose : '查看分解'}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
