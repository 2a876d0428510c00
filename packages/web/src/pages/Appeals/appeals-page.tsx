import { appeals } from '@mingji/contract';
import { useNavigate } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useAbility } from '../../app/session.tsx';
import { useTableState } from '../../app/use-table-state.ts';
import type { DataColumn } from '../../components/data-column.ts';
import { DataTable } from '../../components/data-table.tsx';
import { DateText } from '../../components/date-text.tsx';
import { DeadlineText } from '../../components/deadline-text.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { appealStates } from './texts.ts';

const names = { filters: { view: '', state: '' } };
const fields = [
  {
    kind: 'select',
    key: 'state',
    label: '状态',
    options: Object.entries(appealStates).map(([value, { label }]) => ({ value, label })),
  },
] as const;
const columns: DataColumn<appeals.AppealView>[] = [
  {
    key: 'about',
    title: '复议事项',
    width: 260,
    fixed: 'left',
    shown: 'always',
    render: (row) => row.aboutTitle,
  },
  {
    key: 'state',
    title: '状态',
    width: 130,
    render: (row) => <StatusTag map={appealStates} state={row.state} />,
  },
  {
    key: 'due',
    title: '答复期限',
    width: 190,
    render: (row) => <DeadlineText due={row.answerDueOn} done={row.state !== 'filed'} />,
  },
  {
    key: 'kind',
    title: '对象类别',
    width: 110,
    render: (row) => (row.about === 'entry' ? '得分记录' : '退回的填报'),
  },
  { key: 'indicator', title: '指标', width: 140, render: (row) => row.indicator.name },
  { key: 'subject', title: '当事人', width: 110, render: (row) => row.subject.name },
  { key: 'unit', title: '单位', width: 140, render: (row) => row.subject.unit.name, notOnCard: true },
  { key: 'scoredBy', title: '原评分人', width: 110, render: (row) => row.scoredByName },
  { key: 'filedAt', title: '提出时间', width: 170, render: (row) => <DateText value={row.filedAt} /> },
  { key: 'decidedBy', title: '答复人', width: 110, render: (row) => row.decidedByName ?? '—' },
];

type View = 'mine' | 'toAnswer' | 'all';

export function AppealsPage() {
  const state = useTableState(names);
  const navigate = useNavigate();
  const decides = useAbility('appeal.decide');
  const files = useAbility('appeal.file');
  const view = (state.filters.view || (decides ? 'toAnswer' : 'mine')) as View;
  const rows = useEndpoint(
    appeals.listAppeals,
    {
      query: {
        page: state.page,
        pageSize: state.pageSize,
        view,
        ...(state.filters.state ? { state: state.filters.state as appeals.AppealView['state'] } : {}),
      },
    },
    { keepPrevious: true },
  );
  const views = [
    ...(decides ? [{ value: 'toAnswer', label: '待我答复' }] : []),
    ...(files ? [{ value: 'mine', label: '我的' }] : []),
    { value: 'all', label: '全部' },
  ];
  return (
    <>
      <PageHeader title="复议" description="对得分、扣分、退回的异议，由原评分人以外的人员答复。" />
      <DataTable
        name="appeals"
        label="复议"
        columns={columns}
        rowKey={(row) => row.id}
        source={rows}
        state={state}
        filters={
          <>
            <Segmented
              value={view}
              options={views}
              onChange={(next) => state.setFilters({ view: String(next) })}
            />
            <FilterBar state={state} fields={fields} />
          </>
        }
        onOpen={(row) => void navigate({ to: `/appeals/${row.id}` })}
        empty={{
          title: view === 'toAnswer' ? '没有待答复的复议' : '还没有复议',
          how: '对某条得分有异议时，从“我的考核”的该条记录提出。',
        }}
      />
    </>
  );
}
