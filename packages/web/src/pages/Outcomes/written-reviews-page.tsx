import { writtenReviews } from '@mingji/contract';
import { useNavigate } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useAbility } from '../../app/session.tsx';
import { useTableState } from '../../app/use-table-state.ts';
import type { DataColumn } from '../../components/data-column.ts';
import { DataTable } from '../../components/data-table.tsx';
import { DeadlineText } from '../../components/deadline-text.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { LookTag, StatusTag } from '../../components/status-tag.tsx';
import { DecideWrittenReviews } from './decide-many.tsx';
import { writtenReviewStates } from './texts.ts';

type Row = writtenReviews.WrittenReviewView;
type View = 'mine' | 'toDecide' | 'overdue' | 'all';
const names = { filters: { view: '', state: '', text: '' } };
const fields = [
  { kind: 'text', key: 'text', label: '姓名、警号或单位', width: 180 },
  {
    kind: 'select',
    key: 'state',
    label: '状态',
    options: Object.entries(writtenReviewStates).map(([value, { label }]) => ({ value, label })),
  },
] as const;

const columns: DataColumn<Row>[] = [
  {
    key: 'subject',
    title: '对象',
    width: 150,
    fixed: 'left',
    shown: 'always',
    render: (row) => row.subject.name,
  },
  {
    key: 'state',
    title: '状态',
    width: 130,
    render: (row) => <StatusTag map={writtenReviewStates} state={row.state} />,
  },
  {
    key: 'due',
    title: '期限',
    width: 210,
    render: (row) => (
      <>
        <DeadlineText due={row.dueOn} done={!(row.state === 'open' || row.state === 'returned')} />
        {row.late && <LookTag look="returned" label="逾期提交" />}
      </>
    ),
  },
  { key: 'task', title: '事项', width: 110, render: (row) => row.task },
  { key: 'period', title: '周期', width: 110, render: (row) => row.period.label },
  { key: 'unit', title: '单位', width: 170, render: (row) => row.subject.unit.name },
  { key: 'ruleSet', title: '办法', width: 190, render: (row) => row.period.ruleSetName, notOnCard: true },
  {
    key: 'score',
    title: '得分 / 红线',
    width: 120,
    align: 'right',
    render: (row) => `${row.score} / ${row.below}`,
  },
  {
    key: 'owner',
    title: '责任人',
    width: 120,
    render: (row) => row.ownerNames.join('、') || '没有账号',
    notOnCard: true,
  },
  { key: 'decider', title: '审阅人', width: 100, render: (row) => row.decidedByName ?? '—', notOnCard: true },
];

/** Written reviews due below the red line: one's own, those to look through, those overdue (P16). */
export function WrittenReviewsPage() {
  const state = useTableState(names);
  const navigate = useNavigate();
  const decides = useAbility('writtenReview.decide');
  const hands = useAbility('writtenReview.hand');
  const view = (state.filters.view || (decides ? 'all' : 'mine')) as View;
  const rows = useEndpoint(
    writtenReviews.listWrittenReviews,
    {
      query: {
        page: state.page,
        pageSize: state.pageSize,
        view,
        ...(state.filters.state ? { state: state.filters.state as Row['state'] } : {}),
        ...(state.filters.text ? { text: state.filters.text } : {}),
      },
    },
    { keepPrevious: true },
  );
  const views = [
    { value: 'all', label: '全部' },
    ...(decides ? [{ value: 'toDecide', label: '待我审阅' }] : []),
    { value: 'overdue', label: '逾期' },
    ...(hands ? [{ value: 'mine', label: '我的' }] : []),
  ];
  return (
    <>
      <PageHeader
        title="书面检查"
        description="成绩公示后低于红线的，由本人或单位负责人在期限内提交；不改变得分。"
      />
      <DataTable
        name="writtenReviews"
        label="书面检查"
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
        {...(view === 'toDecide'
          ? {
              batch: (ticked: readonly Row[], clear: () => void) => (
                <DecideWrittenReviews rows={ticked} onDone={clear} />
              ),
            }
          : {})}
        onOpen={(row) => void navigate({ to: `/written-reviews/${row.id}` })}
        rowTone={(row) => (row.overdue ? 'redLine' : undefined)}
        empty={
          view === 'mine'
            ? { title: '没有需要您提交的书面检查', how: '成绩公示后低于办法所定红线的，会通知您并列在这里。' }
            : { title: '没有书面检查', how: '公示成绩时，低于红线的对象自动列在这里。' }
        }
      />
    </>
  );
}
