import type { simulations } from '@mingji/contract';
import type { ReactNode } from 'react';
import { classNames } from '../../components/class-names.ts';
import { PointsText } from '../../components/points-text.tsx';
import styles from './simulation.module.css';

interface SummaryCardsProps {
  readonly summary: simulations.SimulationSummaryView;
  readonly periods: number;
}

/** How many rise, fall and stay; the mean; ranks and grades that move. */
export function SummaryCards({ summary, periods }: SummaryCardsProps) {
  const compared = summary.risen + summary.fallen + summary.unchanged;
  const apart = summary.subjects - compared;
  const measure = summary.subjectKind === 'officer' ? '人' : '个单位';
  return (
    <dl className={styles.cards}>
      <Card label={periods > 1 ? `试算（${periods} 个周期合计）` : '试算'} figure={summary.subjects}>
        {apart > 0
          ? `其中 ${apart} ${periods > 1 ? '次' : ''}前后有一方无得分`
          : measureNote(measure, periods)}
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

function measureNote(measure: string, periods: number): string {
  return periods > 1 ? '同一对象每个周期各计一次' : measure;
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
