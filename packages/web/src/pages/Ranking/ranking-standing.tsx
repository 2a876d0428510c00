import { DateText } from '../../components/date-text.tsx';
import { LookTag } from '../../components/status-tag.tsx';

interface RankingStandingProps {
  readonly ranking: {
    readonly sealed: boolean;
    readonly evaluatedAt: string | null;
    readonly tieRule: string | null;
    readonly summary: { readonly scored: number; readonly mean: string; readonly median: string } | null;
  };
  readonly published: boolean;
}

/** What these numbers are: sealed, on notice, or seen by the office alone; and where their middle lies. */
export function RankingStanding({ ranking, published }: RankingStandingProps) {
  if (ranking.evaluatedAt === null) return null;
  return (
    <p style={{ margin: '0 0 8px' }}>
      {ranking.sealed ? (
        <LookTag look="sealed" label="已封存" />
      ) : published ? (
        <LookTag look="waiting" label="公示中，可提出复议" />
      ) : (
        <LookTag look="draft" label="未公示，仅考核办可见" />
      )}{' '}
      <span className="mj-quiet">
        计算于 <DateText value={ranking.evaluatedAt} />
        {ranking.summary &&
          `；所列 ${ranking.summary.scored} 个有得分的对象平均 ${ranking.summary.mean}，中位数 ${ranking.summary.median}`}
        {ranking.tieRule && `；${ranking.tieRule}`}。
      </span>
    </p>
  );
}
