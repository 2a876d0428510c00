import type { results } from '@mingji/contract';
import { BarChart } from '../../charts/bar-chart.tsx';
import { Panel } from '../../components/panel.tsx';

/** More bars than this nobody compares. */
export const CHART_ROWS = 30;

interface RankingChartProps {
  readonly title: string;
  readonly rows: readonly results.RankingRow[];
  readonly total: number;
  readonly summary: { readonly scored: number; readonly mean: string; readonly median: string } | null;
  readonly onChoose: (row: results.RankingRow) => void;
  readonly extra?: React.ReactNode;
}

/** The first thirty rows of the table as it is filtered and sorted: the same numbers, as a picture (P11). */
export function RankingChart({ title, rows, total, summary, onChoose, extra }: RankingChartProps) {
  const shown = rows.slice(0, CHART_ROWS);
  const mine = shown.findIndex((row) => row.mine);
  const kind = shown[0]?.subjectKind === 'officer' ? '民警' : '单位';
  const heading = total > shown.length ? `${title}（前 ${shown.length} 行，共 ${total} 行）` : title;
  const lines = summary
    ? [
        { name: `平均（${summary.scored} 个）`, value: summary.mean },
        { name: '中位数', value: summary.median },
      ]
    : [];
  return (
    <Panel>
      <BarChart
        title={heading}
        nameHeading={kind}
        names={shown.map((row) => `${(row.part ?? row).rank ?? '—'} ${row.name}`)}
        series={[{ name: '得分', values: shown.map((row) => (row.part ?? row).score.value) }]}
        lines={lines}
        extra={extra}
        {...(mine >= 0 ? { highlight: mine } : {})}
        onChoose={(index) => {
          const row = shown[index];
          if (row?.mayOpen) onChoose(row);
        }}
      />
    </Panel>
  );
}
