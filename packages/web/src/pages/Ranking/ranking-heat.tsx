import type { results } from '@mingji/contract';
import { HeatMap } from '../../charts/heat-map.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Panel } from '../../components/panel.tsx';
import { spanText } from './ranking-place.tsx';

/** More lines than this are a table. */
export const HEAT_ROWS = 60;

interface RankingHeatProps {
  readonly title: string;
  readonly rows: readonly results.RankingRow[];
  readonly total: number;
  readonly modules: readonly results.PartColumn[];
  readonly items: readonly results.PartColumn[];
  readonly onChoose: (row: results.RankingRow) => void;
  readonly extra?: React.ReactNode;
}

/** Module by unit, for those whose detail the reader may see; a method of one module shows its items (P11). */
export function RankingHeat({ title, rows, total, modules, items, onChoose, extra }: RankingHeatProps) {
  const byModule = modules.length > 1;
  const open = rows.filter((row) => row.modules.length > 0);
  if (rows.length > 0 && open.length === 0) {
    return (
      <Panel>
        <EmptyState
          title={`所列 ${rows.length} 行中没有您可以查看分项得分的对象`}
          how="分项得分只向本人、本单位和上级公开。可按姓名或单位筛选，名次和总分请看表格。"
        />
      </Panel>
    );
  }
  const columns = byModule ? modules : items;
  return (
    <Panel>
      <HeatMap
        title={total > rows.length ? `${title}（前 ${rows.length} 行，共 ${total} 行）` : title}
        nameHeading={open[0]?.subjectKind === 'officer' ? '民警' : '单位'}
        names={open.map((row) => `${spanText(row)} ${row.name}`)}
        series={columns.map((column, at) => ({
          name: column.marks === null ? column.name : `${column.name}（${column.marks}）`,
          values: open.map((row) => (byModule ? row.modules : row.items)[at]?.value ?? null),
        }))}
        extra={extra}
        onChoose={(index) => {
          const row = open[index];
          if (row?.mayOpen) onChoose(row);
        }}
      />
    </Panel>
  );
}
