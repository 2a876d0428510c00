import { DownloadOutlined } from '@ant-design/icons';
import { results } from '@mingji/contract';
import { useMemo, useState } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useAbility } from '../../app/session.tsx';
import { type TableState, useTableState } from '../../app/use-table-state.ts';
import { DataTable } from '../../components/data-table.tsx';
import { DateText } from '../../components/date-text.tsx';
import { DownloadButton } from '../../components/download-button.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { FilterBar, type FilterField } from '../../components/filter-bar.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { LookTag } from '../../components/status-tag.tsx';
import { useUnitOptions } from '../../components/use-unit-options.ts';
import { ResultDrawer } from '../Result/index.ts';
import { OwnPlace } from './own-place.tsx';
import type { RankedPeriod } from './ranked-periods.ts';
import { RankingCard } from './ranking-card.tsx';
import { CHART_ROWS, RankingChart } from './ranking-chart.tsx';
import { rankingColumns } from './ranking-columns.tsx';
import { periodWords } from './ranking-head.tsx';

type Row = results.RankingRow;
interface RankingListProps {
  readonly period: RankedPeriod;
  readonly kind: Row['subjectKind'];
  readonly view: 'table' | 'chart';
}

const names = { filters: { text: '', sequence: '', unit: '' } };
const sorts = ['rank', 'name', 'unit', 'score'] as const;

/** One ranking with its filters; the picture and the export take the same filters and order as the table. */
export function RankingList({ period, kind, view }: RankingListProps) {
  const state = useTableState(names);
  const [opened, setOpened] = useState<Row | null>(null);
  const shown = rankingQuery(state, kind);
  const params = { periodId: period.id };
  const paged =
    view === 'chart' ? { page: 1, pageSize: CHART_ROWS } : { page: state.page, pageSize: state.pageSize };
  const ranking = useEndpoint(
    results.listRanking,
    { params, query: { ...shown, ...paged } },
    { keepPrevious: true },
  );
  const fields = useFields(kind, ranking.data?.sequences ?? []);
  const filters = <FilterBar state={state} fields={fields} />;
  const previousLabel = ranking.data?.previousLabel ?? null;
  const items = ranking.data?.columns;
  const withItems = ranking.data?.items.some((row) => row.items.length > 0) ?? true;
  const graded = ranking.data?.graded ?? false;
  const columns = useMemo(
    () => rankingColumns({ kind, items: items ?? [], previousLabel, withItems, graded, onWhy: setOpened }),
    [kind, items, previousLabel, withItems, graded],
  );
  const title = `${period.label}${kind === 'unit' ? '单位' : '民警'}排名`;
  return (
    <>
      {ranking.data && <Standing ranking={ranking.data} published={period.published} />}
      {kind === 'officer' && <OwnPlace periodId={period.id} {...{ previousLabel }} onWhy={setOpened} />}
      {view === 'chart' ? (
        <>
          <div style={{ marginBottom: 8 }}>{filters}</div>
          {ranking.error && !ranking.data ? (
            <ErrorState error={ranking.error} onRetry={() => void ranking.refetch()} />
          ) : ranking.data ? (
            <RankingChart
              title={title}
              rows={ranking.data.items}
              total={ranking.data.total}
              onChoose={setOpened}
            />
          ) : (
            <LoadingState />
          )}
        </>
      ) : (
        <DataTable<Row>
          name={`ranking.${kind}.${period.ruleSet.id}`}
          label={title}
          columns={columns}
          rowKey={(row) => row.subjectId}
          source={ranking}
          state={state}
          filters={filters}
          tools={<Export period={period} query={shown} title={title} />}
          rowTone={(row) => (row.mine ? 'mine' : undefined)}
          {...(withItems ? { onOpen: (row: Row) => row.mayOpen && setOpened(row) } : {})}
          card={(row) => <RankingCard {...{ row, previousLabel }} onWhy={setOpened} />}
          empty={{
            title: `《${period.ruleSet.name}》在${period.label}没有可显示的${kind === 'unit' ? '单位' : '民警'}排名`,
            how: '请换一个周期，或切换单位与民警。',
          }}
        />
      )}
      <ResultDrawer
        at={opened && { periodId: period.id, subjectKind: opened.subjectKind, subjectId: opened.subjectId }}
        onClose={() => setOpened(null)}
      />
    </>
  );
}

function useFields(
  kind: Row['subjectKind'],
  sequences: readonly { code: string; name: string; subjectKind: string }[],
): FilterField[] {
  const units = useUnitOptions();
  return useMemo(
    () => [
      { kind: 'text', key: 'text', label: kind === 'unit' ? '单位名称或代码' : '姓名、警号或单位' },
      {
        kind: 'select',
        key: 'sequence',
        label: '全部序列',
        width: 190,
        options: sequences
          .filter((one) => one.subjectKind === kind)
          .map((one) => ({ value: one.code, label: one.name })),
      },
      {
        kind: 'select',
        key: 'unit',
        label: '全部单位（含下级）',
        width: 200,
        options: units.options.map((unit) => ({
          value: unit.value,
          label: unit.hint ? `${unit.label}（${unit.hint}）` : unit.label,
        })),
      },
    ],
    [kind, sequences, units.options],
  );
}

function rankingQuery(state: TableState, subjectKind: Row['subjectKind']) {
  const { text, sequence, unit } = state.filters;
  const name = state.sort.replace('-', '');
  const sort = sorts.find((one) => one === name) ?? 'rank';
  return {
    subjectKind,
    sort,
    ...(state.sort.startsWith('-') ? { descending: 'true' as const } : {}),
    ...(text ? { text } : {}),
    ...(sequence ? { sequenceCode: sequence } : {}),
    ...(unit ? { unitId: unit } : {}),
  };
}

interface StandingProps {
  readonly ranking: { readonly sealed: boolean; readonly evaluatedAt: string | null };
  readonly published: boolean;
}

/** What these numbers are: sealed, on notice, or seen by the office alone. */
function Standing({ ranking, published }: StandingProps) {
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
      </span>
    </p>
  );
}

interface ExportProps {
  readonly period: RankedPeriod;
  readonly query: ReturnType<typeof rankingQuery>;
  readonly title: string;
}

function Export({ period, query, title }: ExportProps) {
  const may = useAbility('result.export');
  if (!may) return null;
  return (
    <DownloadButton
      endpoint={results.exportRanking}
      args={{ params: { periodId: period.id }, query }}
      fileName={`${title} ${periodWords(period)}.xlsx`}
      icon={<DownloadOutlined />}
    >
      导出
    </DownloadButton>
  );
}
