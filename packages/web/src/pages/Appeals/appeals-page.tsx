import { appeals } from '@mingji/contract';
import { APPEAL_ANSWERERS, APPEAL_INSTANCES } from '@mingji/engine';
import { useNavigate } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
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
import { AppealCard } from './appeal-card.tsx';
import { appealStates } from './texts.ts';

type Row = appeals.AppealView;
type View = (typeof appeals.appealViews)[number];

const names = { filters: { view: '', state: '', overdue: '', period: '', owner: '' }, views: ['view'] };
const fields = [
  {
    kind: 'select',
    key: 'state',
    label: '状态',
    options: Object.entries(appealStates).map(([value, { label }]) => ({ value, label })),
  },
  { kind: 'select', key: 'overdue', label: '期限', options: [{ value: '1', label: '逾期未答复' }] },
] as const;
const columns: DataColumn<Row>[] = [
  {
    key: 'about',
    title: '复议事项',
    width: 250,
    fixed: 'left',
    shown: 'always',
    render: (row) => (
      <>
        {row.aboutTitle}
        <div className="mj-quiet">
          {row.indicator.name} · {row.about === 'entry' ? '得分记录' : '退回的填报'}
        </div>
      </>
    ),
  },
  {
    key: 'subject',
    title: '当事人',
    width: 175,
    render: ({ subject }) => (
      <>
        {subject.name}
        {subject.kind === 'officer' && <div className="mj-quiet">{subject.unit.name}</div>}
      </>
    ),
  },
  { key: 'instance', title: '审级', width: 90, render: (row) => APPEAL_INSTANCES[row.instance] },
  {
    key: 'state',
    title: '状态',
    width: 130,
    render: (row) => <StatusTag map={appealStates} state={row.state} />,
  },
  {
    key: 'due',
    title: '答复期限',
    width: 165,
    render: (row) => <DeadlineText due={row.answerDueOn} done={row.state !== 'filed'} />,
  },
  {
    key: 'answerer',
    title: '答复',
    width: 130,
    render: (row) => row.decidedByName ?? row.assigneeName ?? APPEAL_ANSWERERS[row.answeredBy],
  },
  { key: 'filedAt', title: '提出时间', width: 165, render: (row) => <DateText value={row.filedAt} /> },
  {
    key: 'scoredBy',
    title: '原评分人',
    width: 110,
    render: (row) => row.scoredByName,
    shown: 'hidden',
  },
  { key: 'period', title: '周期', width: 120, render: (row) => row.period.label, shown: 'hidden' },
];

export function AppealsPage() {
  const state = useTableState(names);
  const navigate = useNavigate();
  const decidesFirst = useAbility('appeal.decide');
  const decidesFinally = useAbility('appeal.decideFinally');
  const files = useAbility('appeal.file');
  const counts = useAbility('appeal.statistics');
  const decides = decidesFirst || decidesFinally;
  const view = (state.filters.view || (decides ? 'toAnswer' : 'mine')) as View;
  const rows = useEndpoint(
    appeals.listAppeals,
    {
      query: {
        page: state.page,
        pageSize: state.pageSize,
        view,
        ...(state.filters.state ? { state: state.filters.state as Row['state'] } : {}),
        ...(state.filters.overdue ? { overdue: '1' as const } : {}),
        ...(state.filters.period ? { periodId: state.filters.period } : {}),
        ...(state.filters.owner ? { ownerUnitId: state.filters.owner } : {}),
      },
    },
    { keepPrevious: true },
  );
  const views = [
    ...(decides ? [{ value: 'toAnswer', label: '待我答复' }] : []),
    ...(files ? [{ value: 'mine', label: '我的' }] : []),
    { value: 'second', label: '二次复议' },
    { value: 'all', label: '全部' },
  ];
  return (
    <>
      <PageHeader
        title="复议"
        description="对得分、扣分、退回的异议，先由归口部门的其他人员答复；不服的可提出二次复议，答复为终局。"
        more={counts && <Button onClick={() => void navigate({ to: '/appeal-statistics' })}>复议统计</Button>}
      />
      <DataTable
        name="appeals"
        label="复议"
        columns={columns}
        rowKey={(row) => row.id}
        source={rows}
        state={state}
        card={(row) => <AppealCard appeal={row} />}
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
          title: emptyTitles[view],
          how: '对某条得分有异议时，从“得分流水”或“我的考核”的该条记录提出。',
        }}
      />
    </>
  );
}

const emptyTitles: Readonly<Record<View, string>> = {
  toAnswer: '没有待答复的复议',
  mine: '您还没有提出过复议',
  second: '没有二次复议',
  all: '还没有复议',
};
