import type { results } from '@mingji/contract';
import { GradeText } from '../../components/grade-text.tsx';
import { ScoreText } from '../../components/score-text.tsx';
import { RankMove } from './rank-move.tsx';
import styles from './ranking-card.module.css';
import { Subject } from './ranking-columns.tsx';
import { spanText } from './ranking-place.tsx';

interface RankingCardProps {
  readonly row: results.RankingRow;
  readonly previousLabel: string | null;
  readonly onWhy: (row: results.RankingRow) => void;
}

/** One place of the ranking for the thumb: rank, who, score. */
export function RankingCard({ row, previousLabel, onWhy }: RankingCardProps) {
  const place = row.part ?? row;
  return (
    <div className={styles.card}>
      <div className={styles.rank}>
        <span className={styles.place}>{spanText(place)}</span>
        <small className="mj-quiet">
          {row.rankSuspended && row.part === null
            ? '暂不显示'
            : place.rank === null
              ? '不排名'
              : `共 ${place.rankOf}`}
        </small>
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
        {row.part && (
          <div>
            <ScoreText score={row.part.score} strong />
          </div>
        )}
        {row.part && <small className="mj-quiet">总分 </small>}
        <ScoreText
          score={row.score}
          strong={row.part === null}
          {...(row.mayOpen ? { onWhy: () => onWhy(row) } : {})}
        />
        {row.grade && (
          <div>
            <GradeText grade={row.grade} />
          </div>
        )}
      </div>
    </div>
  );
}
