import { rechecks } from '@mingji/contract';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useSession } from '../../app/session.tsx';
import { useTableState } from '../../app/use-table-state.ts';
import type { DataColumn } from '../../components/data-column.ts';
import { DataTable } from '../../components/data-table.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { recentDays } from '../ReviewLoad/recent-days.ts';

type Row = rechecks.ReviewerQuality;
const fields = [
  { kind: 'day', key: 'from', label: '抽取自' },
  { kind: 'day', key: 'to', label: '至' },
] as const;
const columns: DataColumn<Row>[] = [
  { key: 'reviewer', title: '审核人', width: 120, shown: 'always', render: (row) => row.reviewer.name },
  { key: 'unit', title: '归口部门', width: 170, render: (row) => row.unitName },
  { key: 'drawn', title: '被抽查', width: 90, align: 'right', render: (row) => row.drawn },
  { key: 'waiting', title: '待复核', width: 90, align: 'right', render: (row) => row.waiting },
  { key: 'upheld', title: '维持', width: 90, align: 'right', render: (row) => row.upheld },
  { key: 'corrected', title: '更正', width: 90, align: 'right', render: (row) => row.corrected },
  { key: 'noted', title: '有误备查', width: 100, align: 'right', render: (row) => row.noted },
  {
    key: 'share',
    title: '有误占比',
    width: 110,
    align: 'right',
    render: (row) => {
      const done = row.drawn - row.waiting;
      return done === 0 ? '—' : `${Math.round((100 * (row.corrected + row.noted)) / done)}%`;
    },
  },
];

/** How each reviewer's accepted work stood the second look. */
export function QualityList() {
  const { bureau } = useSession();
  const usual = recentDays(bureau.timeZone);
  const state = useTableState({ filters: { view: 'quality', from: usual.from, to: usual.to } });
  const answer = useEndpoint(
    rechecks.listReviewerQuality,
    { query: { from: state.filters.from || usual.from, to: state.filters.to || usual.to } },
    { keepPrevious: true },
  );
  const all = answer.data?.reviewers ?? [];
  const begin = (state.page - 1) * state.pageSize;
  return (
    <DataTable<Row>
      name="reviewerQuality"
      label="审核质量"
      columns={columns}
      rowKey={(row) => row.reviewer.id}
      source={{
        data: answer.data && { items: all.slice(begin, begin + state.pageSize), total: all.length },
        isFetching: answer.isFetching,
        error: answer.error,
        refetch: answer.refetch,
      }}
      state={state}
      filters={<FilterBar state={state} fields={fields} />}
      empty={{ title: '这段时间没有抽查', how: '抽取复核后，这里按审核人统计结论。' }}
    />
  );
}
