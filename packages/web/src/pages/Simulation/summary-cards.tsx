import type { simulations } from '@mingji/contract';
import type { ReactNode } from 'react';
import { classNames } from '../../components/class-names.ts';
import { PointsText } from '../../components/points-text.tsx';
import styles from './simulation.module.css';

interface SummaryCardsProps {
  readonly summary: simulations.SimulationSummaryView;
}

/** How many rise, fall and stay; the mean; ranks and grades that move. */
export function SummaryCards({ summary }: SummaryCardsProps) {
  const compared = summary.risen + summary.fallen + summary.unchanged;
  const apart = summary.subjects - compared;
  return (
    <dl className={styles.cards}>
      <Card label={summary.subjectKind === 'officer' ? '试算人次' : '试算单位次'} figure={summary.subjects}>
        {apart > 0 ? `${apart} 次前后不可比` : null}
      </Card>
      <Card label="得分上升" figure={summary.risen} />
      <Card label="得分下降" figure={summary.fallen} />
      <Card label="得分不变" figure={summary.unchanged} />
      <Card
        label="平均变动"
        figure={summary.meanDifference === null ? '—' : <PointsText points={summary.meanDifference} />}
      />
      <Card label="名次变动" figure={summary.ranksMoved} />
      <Card label="等次变化" figure={flipped(summary)} wide={summary.gradeFlips.length > 0}>
        {summary.gradeFlips.length > 0 && (
          <ul className={styles.flips}>
            {summary.gradeFlips.map(({ from, to, count }) => (
              <li key={`${from} ${to}`}>
                {from ?? '无等次'} → {to ?? '无等次'}：{count}
              </li>
            ))}
          </ul>
        )}
      </Card>
    </dl>
  );
}

function flipped({ gradeFlips }: simulations.SimulationSummaryView): number {
  return gradeFlips.reduce((sum, { count }) => sum + count, 0);
}

interface CardProps {
  readonly label: string;
  readonly figure: ReactNode;
  readonly wide?: boolean;
  readonly children?: ReactNode;
}

function Card({ label, figure, wide, children }: CardProps) {
  return (
    <div className={classNames(styles.card, wide && styles.wide)}>
      <dt>{label}</dt>
      <dd className={`mj-number ${styles.figure}`}>{figure}</dd>
      {children && <dd className="mj-quiet">{children}</dd>}
    </div>
  );
}
