import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons';
import type { results } from '@mingji/contract';

interface RankMoveProps {
  readonly row: Pick<results.RankingRow, 'rank' | 'previousRank'>;
  readonly previousLabel: string | null;
}

/** How many places up or down since the period before (P11, vertically); the arrow says it, not a colour. */
export function RankMove({ row, previousLabel }: RankMoveProps) {
  if (row.rank === null || row.previousRank === null || previousLabel === null) {
    return <span className="mj-quiet">—</span>;
  }
  const places = row.previousRank - row.rank;
  const title = `${previousLabel}第 ${row.previousRank} 名`;
  if (places === 0) {
    return (
      <span className="mj-quiet" title={title}>
        持平
      </span>
    );
  }
  return (
    <span className="mj-number" title={title}>
      {places > 0 ? <CaretUpOutlined aria-label="上升" /> : <CaretDownOutlined aria-label="下降" />}{' '}
      {Math.abs(places)}
    </span>
  );
}
