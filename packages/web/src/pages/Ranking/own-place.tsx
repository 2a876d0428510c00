import type { results } from '@mingji/contract';
import { Link } from '@tanstack/react-router';
import { ScoreText } from '../../components/score-text.tsx';
import { resultPath } from '../Result/index.ts';
import { RankMove } from './rank-move.tsx';
import { placeText } from './ranking-place.tsx';
import { useOwnRow } from './use-own-row.ts';

interface OwnPlaceProps {
  readonly periodId: string;
  readonly previousLabel: string | null;
  readonly onWhy: (row: results.RankingRow) => void;
}

/** Where I stand, before the first line of the list. */
export function OwnPlace({ periodId, previousLabel, onWhy }: OwnPlaceProps) {
  const row = useOwnRow(periodId, 'officer');
  if (!row) return null;
  return (
    <p style={{ margin: '0 0 8px' }}>
      本人：{placeText(row)}（较上期 <RankMove row={row} previousLabel={previousLabel} />
      ），得分 <ScoreText score={row.score} {...(row.mayOpen ? { onWhy: () => onWhy(row) } : {})} />{' '}
      <Link to={resultPath({ periodId, subjectKind: 'officer', subjectId: row.subjectId })}>我的成绩</Link>
    </p>
  );
}
