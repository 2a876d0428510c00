import type { submissions } from '@mingji/contract';
import type { DataColumn } from '../../components/data-column.ts';
import { DateText } from '../../components/date-text.tsx';
import { PointsText } from '../../components/points-text.tsx';
import { LookTag, StatusTag } from '../../components/status-tag.tsx';
import { quantityText, submissionStates } from './texts.ts';

type Row = submissions.SubmissionView;

/** Of one's own the reason of a return stands there at first, of others' whose it is. */
export const submissionColumns = (mine: boolean): DataColumn<Row>[] => [
  {
    key: 'title',
    title: '事项',
    width: 240,
    fixed: 'left',
    shown: 'always',
    render: (row) => (
      <>
        {row.title}
        <div className="mj-quiet">
          {row.indicator.name} · {row.period.label}
        </div>
      </>
    ),
  },
  {
    key: 'state',
    title: '状态',
    width: 130,
    shown: 'always',
    render: (row) => (
      <>
        <StatusTag map={submissionStates} state={row.state} />{' '}
        {row.late && <LookTag look="returned" label="逾期" />}
      </>
    ),
  },
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
  {
    key: 'subject',
    title: '对象',
    width: 175,
    notOnCard: mine,
    ...(mine ? { shown: 'hidden' as const } : {}),
    render: ({ subject }) => (
      <>
        {subject.name}
        {subject.kind === 'officer' && <div className="mj-quiet">{subject.unit.name}</div>}
      </>
    ),
  },
  {
    key: 'owner',
    title: '归口部门',
    width: 150,
    render: (row) => (
      <>
        {row.ownerUnit.name}
        {row.decidedByName && <div className="mj-quiet">{row.decidedByName}</div>}
      </>
    ),
  },
  {
    key: 'reason',
    title: '退回原因',
    width: 180,
    ...(mine ? {} : { shown: 'hidden' as const }),
    render: (row) => row.returnReason ?? '—',
  },
  {
    key: 'updatedAt',
    title: '更新时间',
    width: 165,
    render: (row) => <DateText value={row.updatedAt} />,
  },
];
