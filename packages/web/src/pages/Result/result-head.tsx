import type { results } from '@mingji/contract';
import { GradeText } from '../../components/grade-text.tsx';
import { ScoreText } from '../../components/score-text.tsx';
import { RecomputedMark } from './recomputed-mark.tsx';
import styles from './result-head.module.css';

interface ResultHeadProps {
  readonly result: results.ResultView;
  /** A standing is computed now and has no rank yet. */
  readonly standing?: boolean;
}

/** The number, the place it gives, and that it was computed again. */
export function ResultHead({ result, standing = false }: ResultHeadProps) {
  return (
    <div>
      <div className={styles.head}>
        <span className={styles.score}>
          <ScoreText score={result.score} strong measure />
        </span>
        {result.grade && (
          <span className={styles.rank}>
            等次 <GradeText grade={result.grade} />
          </span>
        )}
        <span className={styles.rank}>{standing ? '按台账现状试算，公示前会变化' : rankWords(result)}</span>
      </div>
      {!standing && (
        <div className={styles.mark}>
          <RecomputedMark result={result} />
        </div>
      )}
    </div>
  );
}

function rankWords({ rank, rankOf, rankSuspended, sequenceName }: results.ResultView): string {
  if (rankSuspended) return '复议中，名次暂不显示';
  if (rank === null) return sequenceName ? `${sequenceName}：不参加排名` : '未编入排名序列';
  return `${sequenceName ?? ''}第 ${rank} 名，共 ${rankOf ?? '—'} 名`;
}
