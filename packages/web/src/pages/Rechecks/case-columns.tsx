import type { rechecks } from '@mingji/contract';
import type { DataColumn } from '../../components/data-column.ts';
import { DateText } from '../../components/date-text.tsx';
import { PointsText } from '../../components/points-text.tsx';
import { type StatusMap, StatusTag } from '../../components/status-tag.tsx';

export type RecheckCase = rechecks.RecheckCaseView;
export const caseStates: StatusMap<RecheckCase['state']> = {
  assigned: { label: '待复核', look: 'waiting' },
  upheld: { label: '维持', look: 'good' },
  corrected: { label: '已更正', look: 'refused' },
  noted: { label: '有误备查', look: 'returned' },
};

const awayStates: StatusMap<NonNullable<RecheckCase['assigneeAway']>> = {
  left: { label: '已停用或不再审核', look: 'returned' },
  absent: { label: '请假中', look: 'waiting' },
};

/** Who has left or is away is told beside the name: the case waits for nobody. */
function Assignee({ row }: { readonly row: RecheckCase }) {
  if (!row.assigneeAway) return row.assignee.name;
  return (
    <span>
      {row.assignee.name} <StatusTag map={awayStates} state={row.assigneeAway} />
    </span>
  );
}

export const caseColumns: DataColumn<RecheckCase>[] = [
  {
    key: 'title',
    title: '事项',
    width: 220,
    fixed: 'left',
    shown: 'always',
    render: (row) => row.submission.title,
  },
  {
    key: 'state',
    title: '结论',
    width: 110,
    render: (row) => <StatusTag map={caseStates} state={row.state} />,
  },
  { key: 'subject', title: '对象', width: 100, render: (row) => row.submission.subject.name },
  {
    key: 'unit',
    title: '单位',
    width: 140,
    notOnCard: true,
    render: (row) => row.submission.subject.unit.name,
  },
  { key: 'indicator', title: '指标', width: 140, render: (row) => row.submission.indicator.name },
  {
    key: 'points',
    title: '得分',
    width: 80,
    align: 'right',
    render: (row) =>
      row.submission.bookedPoints === null ? '—' : <PointsText points={row.submission.bookedPoints} />,
  },
  { key: 'reviewer', title: '原审核人', width: 100, render: (row) => row.reviewerName },
  { key: 'assignee', title: '复核人', width: 150, render: (row) => <Assignee row={row} /> },
  { key: 'reason', title: '理由', width: 220, render: (row) => row.reason ?? '—' },
  {
    key: 'period',
    title: '周期',
    width: 120,
    notOnCard: true,
    render: (row) => row.submission.period.label,
  },
  { key: 'decidedAt', title: '复核时间', width: 170, render: (row) => <DateText value={row.decidedAt} /> },
];
