import type { submissions } from '@mingji/contract';
import type { DataColumn } from '../../components/data-column.ts';
import { DateText } from '../../components/date-text.tsx';
import { PointsText } from '../../components/points-text.tsx';
import { LookTag, StatusTag } from '../../components/status-tag.tsx';
import { quantityText, submissionStates } from './texts.ts';

type Row = submissions.SubmissionView;

export const submissionColumns: DataColumn<Row>[] = [
  { key: 'title', title: '事项', width: 240, fixed: 'left', shown: 'always', render: (row) => row.title },
  {
    key: 'state',
    title: '状态',
    width: 150,
    shown: 'always',
    render: (row) => (
      <>
        <StatusTag map={submissionStates} state={row.state} />{' '}
        {row.late && <LookTag look="returned" label="逾期" />}
      </>
    ),
  },
  { key: 'indicator', title: '指标', width: 150, render: (row) => row.indicator.name },
  {
    key: 'quantity',
    title: '情形与数量',
    width: 150,
    render: (row) => [row.eventName, quantityText(row)].filter(Boolean).join(' ') || '—',
  },
  {
    key: 'points',
    title: '得分',
    width: 80,
    align: 'right',
    render: (row) => (row.bookedPoints === null ? '—' : <PointsText points={row.bookedPoints} />),
  },
  { key: 'subject', title: '对象', width: 110, render: (row) => row.subject.name, notOnCard: true },
  { key: 'unit', title: '单位', width: 140, render: (row) => row.subject.unit.name, notOnCard: true },
  { key: 'owner', title: '归口部门', width: 140, render: (row) => row.ownerUnit.name },
  { key: 'period', title: '周期', width: 110, render: (row) => row.period.label, notOnCard: true },
  { key: 'reason', title: '退回原因', width: 200, render: (row) => row.returnReason ?? '—' },
  {
    key: 'decidedBy',
    title: '审核人',
    width: 100,
    render: (row) => row.decidedByName ?? '—',
    notOnCard: true,
  },
  {
    key: 'updatedAt',
    title: '更新时间',
    width: 170,
    render: (row) => <DateText value={row.updatedAt} />,
  },
];
