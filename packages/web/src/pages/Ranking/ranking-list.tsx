import { results } from '@mingji/contract';
import { Alert } from 'antd';
import { useMemo, useState } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTableState } from '../../app/use-table-state.ts';
import { DataTable } from '../../components/data-table.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { ResultDrawer } from '../Result/index.ts';
import { ChosenRows } from './chosen-rows.tsx';
import { OwnPlace } from './own-place.tsx';
import type { RankedPeriod } from './ranked-periods.ts';
import { RankingCard } from './ranking-card.tsx';
import { CHART_ROWS, RankingChart } from './ranking-chart.tsx';
import { rankingColumns } from './ranking-columns.tsx';
import { RankingExport } from './ranking-export.tsx';
import { HEAT_ROWS, RankingHeat } from './ranking-heat.tsx';
import { RankingPrint } from './ranking-print.tsx';
import { names, type RankingKind, rankingQuery } from './ranking-query.ts';
import { RankingStanding } from './ranking-standing.tsx';
import { useOwnRow } from './use-own-row.ts';
import { useRankingFields } from './use-ranking-fields.ts';

type Row = results.RankingRow;
interface RankingListProps {
  readonly period: RankedPeriod;
  readonly kind: RankingKind;
  readonly view: 'table' | 'chart' | 'heat';
}
const firstRows = { chart: CHART_ROWS, heat: HEAT_ROWS } as const;

/** One ranking with its filters; the pictures, print and export take the same filters and order as the table. */
export function RankingList({ period, kind, view }: RankingListProps) {
  const state = useTableState(names);
  const [opened, setOpened] = useState<Row | null>(null);
  // The heat map shows all parts at once; a ranking by one would only hide rows from it.
  const asked = rankingQuery(state, kind, view !== 'heat');
  const paged =
    view === 'table'
      ? { page: state.page, pageSize: state.pageSize }
      : { page: 1, pageSize: firstRows[view] };
  const ranking = useEndpoint(
    results.listRanking,
    { params: { periodId: period.id }, query: { ...asked, ...paged } },
    { keepPrevious: true },
  );
  const { fields, pending } = useRankingFields(period.id, kind);
  const own = useOwnRow(period.id, kind);
  const shown = ranking.data;
  const title = `${period.label}${kind === 'unit' ? '单位' : '民警'}${shown?.part ? `单项排名（${shown.part.name}）` : '排名'}`;
  const tools = (
    <>
      <RankingPrint
        periodId={period.id}
        asked={asked}
        title={`${period.ruleSet.name}${title}`}
        shown={shown}
      />
      <RankingExport period={period} asked={asked} title={title} />
    </>
  );
  // What stands above the list comes with it, so that nothing moves while it is read.
  if (ranking.isPending || pending || (kind === 'officer' && own === undefined)) return <LoadingState />;
  const failed = ranking.error !== null && !shown;
  const pictured = (view !== 'table' || failed) && (
    <>
      <div style={{ marginBottom: 8 }}>
        <FilterBar state={state} fields={fields} />
      </div>
      {failed ? (
        <ErrorState error={ranking.error} onRetry={() => void ranking.refetch()} />
      ) : !shown ? null : view === 'chart' ? (
        <RankingChart
          {...{ title, extra: tools, rows: shown.items, total: shown.total, summary: shown.summary }}
          onChoose={setOpened}
        />
      ) : (
        <RankingHeat
          {...{ title, extra: tools, rows: shown.items, total: shown.total }}
          modules={shown.modules}
          items={shown.columns}
          onChoose={setOpened}
        />
      )}
    </>
  );
  return (
    <>
      {shown && <RankingStanding ranking={shown} published={period.published} />}
      {kind === 'officer' && (
        <OwnPlace periodId={period.id} previousLabel={shown?.previousLabel ?? null} onWhy={setOpened} />
      )}
      {shown?.part && <PartHint name={shown.part.name} />}
      {pictured || (
        <RankingTable
          {...{ period, kind, title, state, ranking, tools }}
          filters={<FilterBar state={state} fields={fields} />}
          onWhy={setOpened}
        />
      )}
      <ResultDrawer
        at={opened && { periodId: period.id, subjectKind: opened.subjectKind, subjectId: opened.subjectId }}
        onClose={() => setOpened(null)}
      />
    </>
  );
}

function PartHint({ name }: { readonly name: string }) {
  return (
    <Alert
      type="info"
      showIcon
      style={{ marginBottom: 8 }}
      title={`按“${name}”单项排名，不作等次依据`}
      description="名次在同一序列和组的全体中按该项得分计算，得分相同名次并列。只列出您有权查看分项得分的对象。"
    />
  );
}

interface RankingTableProps {
  readonly period: RankedPeriod;
  readonly kind: RankingKind;
  readonly title: string;
  readonly state: ReturnType<typeof useTableState>;
  readonly ranking: ReturnType<typeof useEndpoint<typeof results.listRanking>>;
  readonly filters: React.ReactNode;
  readonly tools: React.ReactNode;
  readonly onWhy: (row: Row) => void;
}

function RankingTable({ period, kind, title, state, ranking, filters, tools, onWhy }: RankingTableProps) {
  const shown = ranking.data;
  const previousLabel = shown?.previousLabel ?? null;
  const withItems = shown?.items.some((row) => row.items.length > 0) ?? true;
  const { columns: items, modules, part, graded } = shown ?? noColumns;
  const columns = useMemo(
    () => rankingColumns({ kind, items, modules, part, previousLabel, withItems, graded, onWhy }),
    [kind, items, modules, part, previousLabel, withItems, graded, onWhy],
  );
  return (
    <DataTable<Row>
      name={`ranking.${kind}.${period.ruleSet.id}`}
      label={title}
      columns={columns}
      rowKey={(row) => row.subjectId}
      source={ranking}
      state={state}
      filters={filters}
      tools={tools}
      batch={(rows, clear) => <ChosenRows rows={rows} clear={clear} />}
      rowTone={(row) => (row.mine ? 'mine' : undefined)}
      {...(withItems ? { onOpen: (row: Row) => row.mayOpen && onWhy(row) } : {})}
      card={(row) => <RankingCard {...{ row, previousLabel, onWhy }} />}
      empty={{
        title: `《${period.ruleSet.name}》在${period.label}没有可显示的${kind === 'unit' ? '单位' : '民警'}排名`,
        how: '请换一个周期，或切换单位与民警。',
      }}
    />
  );
}

const noColumns = { columns: [], modules: [], part: null, graded: false } as const;
