import type { results } from '@mingji/contract';
import { BarChart } from '../../charts/bar-chart.tsx';
import { Panel } from '../../components/panel.tsx';
import { chartGroups } from './chart-groups.ts';
import { spanText } from './ranking-place.tsx';

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
  const groups = chartGroups(shown);
  const heading = total > shown.length ? `${title}（前 ${shown.length} 行，共 ${total} 行）` : title;
  const lines =
    summary && groups.length === 1
      ? [
          { name: `平均（${summary.scored} 个）`, value: summary.mean },
          { name: '中位数', value: summary.median },
        ]
      : [];
  return (
    <Panel>
      {groups.map((group, at) => (
        <GroupBars
          key={group.name}
          rows={group.rows}
          title={group.name === '' ? heading : at === 0 ? `${heading}：${group.name}` : group.name}
          lines={lines}
          extra={at === 0 ? extra : undefined}
          onChoose={onChoose}
        />
      ))}
    </Panel>
  );
}

interface GroupBarsProps extends Pick<RankingChartProps, 'title' | 'rows' | 'onChoose' | 'extra'> {
  readonly lines: readonly { readonly name: string; readonly value: string }[];
}

function GroupBars({ title, rows, lines, extra, onChoose }: GroupBarsProps) {
  const mine = rows.findIndex((row) => row.mine);
  return (
    <BarChart
      title={title}
      nameHeading={rows[0]?.subjectKind === 'officer' ? '民警' : '单位'}
      names={rows.map((row) => `${spanText(row.part ?? row)} ${row.name}`)}
      series={[{ name: '得分', values: rows.map((row) => (row.part ?? row).score.value) }]}
      lines={lines}
      extra={extra}
      {...(mine >= 0 ? { highlight: mine } : {})}
      onChoose={(index) => {
        const row = rows[index];
        if (row?.mayOpen) onChoose(row);
      }}
    />
  );
}
