import type { results } from '@mingji/contract';
import { Button } from 'antd';
import { useSearch } from '../../app/use-search.ts';

const MOST_LINES = 8;

interface ChosenRowsProps {
  readonly rows: readonly results.RankingRow[];
  readonly clear: () => void;
}

/** What can be done with ticked rows: follow them over the periods, or set two side by side. */
export function ChosenRows({ rows, clear }: ChosenRowsProps) {
  const [, change] = useSearch();
  const [left, right] = rows.map((row) => row.subjectId);
  return (
    <>
      <Button
        disabled={rows.length > MOST_LINES}
        onClick={() => {
          clear();
          change({ view: 'movement', subjects: rows.map((row) => row.subjectId).join(',') }, 'push');
        }}
      >
        看走势{rows.length > MOST_LINES && `（最多 ${MOST_LINES} 个）`}
      </Button>
      <Button
        disabled={rows.length !== 2}
        onClick={() => {
          clear();
          change({ view: 'comparison', left: left ?? null, right: right ?? null }, 'push');
        }}
      >
        对比{rows.length !== 2 && '（请选 2 个）'}
      </Button>
    </>
  );
}
