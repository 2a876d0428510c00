import type { results } from '@mingji/contract';
import { GradeText } from '../../components/grade-text.tsx';
import { ScoreText } from '../../components/score-text.tsx';
import { RankMove } from './rank-move.tsx';
import styles from './ranking-card.module.css';
import { Subject } from './ranking-columns.tsx';

interface RankingCardProps {
  readonly row: results.RankingRow;
  readonly previousLabel: string | null;
  readonly onWhy: (row: results.RankingRow) => void;
}

/** One place of the ranking for the thumb: rank, who, score. */
export function RankingCard({ row, previousLabel, onWhy }: RankingCardProps) {
  return (
    <div className={styles.card}>
      <div className={styles.rank}>
        <span className={styles.place}>{row.rank ?? '—'}</span>
        <small className="mj-quiet">{row.rank === null ? '不排名' : `共 ${row.rankOf}`}</small>
      </div>
      <div className={styles.who}>
        <div className={styles.name}>
          <Subject row={row} />
        </div>
        <small className="mj-quiet">
          {row.subjectKind === 'officer' ? row.unitName : row.sequenceName} ·{' '}
          <RankMove row={row} previousLabel={previousLabel} />
        </small>
      </div>
      <div className={styles.score}>
        <ScoreText score={row.score} strong {...(row.mayOpen ? { onWhy: () => onWhy(row) } : {})} />
        {row.grade && (
          <div>
            <GradeText grade={row.grade} />
          </div>
        )}
      </div>
    </div>
  );
}
