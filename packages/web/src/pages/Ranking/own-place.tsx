import { results } from '@mingji/contract';
import { Link } from '@tanstack/react-router';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useSession } from '../../app/session.tsx';
import { ScoreText } from '../../components/score-text.tsx';
import { resultPath } from '../Result/index.ts';
import { RankMove } from './rank-move.tsx';
import { placeText } from './ranking-place.tsx';

interface OwnPlaceProps {
  readonly periodId: string;
  readonly previousLabel: string | null;
  readonly onWhy: (row: results.RankingRow) => void;
}

/** Where I stand, without looking for page 27. */
export function OwnPlace({ periodId, previousLabel, onWhy }: OwnPlaceProps) {
  const { officer } = useSession();
  const query = useEndpoint(
    results.listRanking,
    officer && {
      params: { periodId },
      query: { subjectKind: 'officer', text: officer.policeNo, pageSize: 5 },
    },
  );
  const row = query.data?.items.find((one) => one.mine);
  if (!row) return null;
  return (
    <p style={{ margin: '0 0 8px' }}>
      本人：{placeText(row)}（较上期 <RankMove row={row} previousLabel={previousLabel} />
      ），得分 <ScoreText score={row.score} {...(row.mayOpen ? { onWhy: () => onWhy(row) } : {})} />{' '}
      <Link to={resultPath({ periodId, subjectKind: 'officer', subjectId: row.subjectId })}>我的成绩</Link>
    </p>
  );
}
