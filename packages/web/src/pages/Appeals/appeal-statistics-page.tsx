import { DownloadOutlined } from '@ant-design/icons';
import { appealStatistics } from '@mingji/contract';
import { Segmented, Table } from 'antd';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { formatDay } from '../../app/format-time.ts';
import { useIsPhone } from '../../app/use-is-phone.ts';
import { useTableState } from '../../app/use-table-state.ts';
import { DownloadButton } from '../../components/download-button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Panel } from '../../components/panel.tsx';
import { counted } from './figure-words.ts';
import { FiguresCards } from './figures-cards.tsx';

type Figures = appealStatistics.AppealFigures;
type Grouping = appealStatistics.AppealGrouping;
const { appealGroupings } = appealStatistics;

const names = { filters: { by: '', from: '', to: '', instance: '' }, views: ['by'] };
const fields = [
  { kind: 'day', key: 'from', label: '提出日期自' },
  { kind: 'day', key: 'to', label: '提出日期至' },
  {
    kind: 'select',
    key: 'instance',
    label: '审级',
    options: [
      { value: '1', label: '首次复议' },
      { value: '2', label: '二次复议' },
    ],
  },
] as const;
/** What was filed and what became of it, by period, department, indicator, scorer (P7). */
export function AppealStatisticsPage() {
  const state = useTableState(names);
  const by = (state.filters.by || 'period') as Grouping;
  const { from, to, instance } = state.filters;
  const query = {
    by,
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(instance ? { instance: instance as '1' | '2' } : {}),
  };
  const answer = useEndpoint(appealStatistics.getAppealStatistics, { query }, { keepPrevious: true });
  return (
    <>
      <PageHeader
        trail={[{ title: '复议', to: '/appeals' }]}
        title="复议统计"
        description="只统计您管理范围内的复议，试运行的不计。不写日期时统计本年提出的。"
        more={
          <DownloadButton
            endpoint={appealStatistics.exportAppealStatistics}
            args={{ query }}
            fileName="复议统计.xlsx"
            icon={<DownloadOutlined />}
          >
            导出 Excel
          </DownloadButton>
        }
      />
      <Panel>
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, marginBottom: 12 }}>
          <Segmented
            value={by}
            options={Object.entries(appealGroupings).map(([value, label]) => ({ value, label }))}
            onChange={(next) => state.setFilters({ by: String(next) })}
          />
          <FilterBar state={state} fields={fields} />
        </div>
        {answer.isError && !answer.data && (
          <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
        )}
        {!answer.data && !answer.isError && <LoadingState />}
        {answer.data && <FiguresTable answer={answer.data} by={by} />}
      </Panel>
    </>
  );
}

interface FiguresTableProps {
  readonly answer: {
    readonly items: readonly Figures[];
    readonly total: Figures;
    readonly leastForShare: number;
    readonly calendarProblem: string | null;
    readonly from: string;
    readonly to: string;
    readonly cut: boolean;
  };
  readonly by: Grouping;
}
function FiguresTable({ answer, by }: FiguresTableProps) {
  const { total } = answer;
  const phone = useIsPhone();
  if (total.filed === 0) {
    return (
      <EmptyState
        title={`${formatDay(answer.from)} 至 ${formatDay(answer.to)} 没有提出的复议`}
        how="可以调整提出日期，或者换一种统计口径。"
      />
    );
  }
  return (
    <>
      {phone ? (
        <FiguresCards items={answer.items} total={total} />
      ) : (
        <Table<Figures>
          size="small"
          rowKey="key"
          pagination={false}
          scroll={{ x: 1000 }}
          dataSource={[...answer.items, total]}
          columns={[
            {
              title: appealGroupings[by],
              width: 220,
              fixed: 'left',
              render: (_, row) => (row === total ? <strong>{row.label}</strong> : row.label),
            },
            ...counted.map(([key, title]) => ({
              title,
              width: 80,
              align: 'right' as const,
              className: 'mj-number',
              render: (_: unknown, row: Figures) => row[key],
            })),
            {
              title: '改变比例',
              width: 90,
              align: 'right',
              render: (_, row) =>
                row.changedShare === null ? <span className="mj-quiet">—</span> : `${row.changedShare}%`,
            },
            {
              title: '平均工作日',
              width: 100,
              align: 'right',
              render: (_, row) => row.meanWorkingDays ?? <span className="mj-quiet">—</span>,
            },
          ]}
        />
      )}
      <p className="mj-quiet">
        统计 {formatDay(answer.from)} 至 {formatDay(answer.to)}{' '}
        提出的复议。改变比例是答复中成立和部分支持所占的比例，答复不足 {answer.leastForShare}{' '}
        件的不计比例；逾期含超过期限才答复的；平均工作日从提出的次日算到答复当日。
        {answer.calendarProblem && ` 平均工作日缺项：${answer.calendarProblem}。`}
        {answer.cut && ' 只列出前 500 行，合计为全部。'}
      </p>
    </>
  );
}
