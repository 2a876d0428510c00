import { attendance, organization } from '@mingji/contract';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useAbility } from '../../app/session.tsx';
import { useIsPhone } from '../../app/use-is-phone.ts';
import { useTableState } from '../../app/use-table-state.ts';
import type { DataColumn } from '../../components/data-column.ts';
import { DataTable } from '../../components/data-table.tsx';
import { FilterBar, type FilterField } from '../../components/filter-bar.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';

type Row = attendance.AttendanceRow;
const names = { filters: { month: '', unitId: '', only: '', text: '' } };
const kinds = [
  { value: 'irregular', label: '有迟到、早退、旷工' },
  { value: 'leave', label: '有请假' },
  { value: 'full', label: '全勤' },
];

/** What happened of the days, as the office's file said: the own month, the unit's, those below. */
export function AttendancePage() {
  const state = useTableState(names);
  const phone = useIsPhone();
  const mayImport = useAbility('import.run');
  const mayRank = useAbility('target.decompose') || mayImport;
  const { month, unitId, only, text } = state.filters;
  const list = useEndpoint(
    attendance.listAttendance,
    {
      query: {
        page: state.page,
        pageSize: state.pageSize,
        ...(month ? { month } : {}),
        ...(unitId ? { unitId } : {}),
        ...(only ? { only: only as 'irregular' } : {}),
        ...(text ? { text } : {}),
      },
    },
    { keepPrevious: true },
  );
  const units = useEndpoint(organization.listUnits, { query: {} });
  const fields: FilterField[] = [
    {
      kind: 'select',
      key: 'month',
      label: monthWords(list.data?.month) ?? '月份',
      options: (list.data?.months ?? []).map((value) => ({ value, label: monthWords(value) ?? value })),
    },
    { kind: 'select', key: 'only', label: '情形', options: kinds, width: 180 },
    ...(mayRank
      ? [
          { kind: 'text' as const, key: 'text', label: '姓名或警号' },
          {
            kind: 'select' as const,
            key: 'unitId',
            label: '单位',
            width: 200,
            options: (units.data?.units ?? []).map((unit) => ({ value: unit.id, label: unit.name })),
          },
        ]
      : []),
  ];
  const importLink = mayImport && (
    <Link to="/imports">
      <Button type="primary">导入考勤结果</Button>
    </Link>
  );
  return (
    <>
      <PageHeader
        title="月度考勤"
        description="由考核办每月导入，按办法自动记到考勤指标；有异议的，在得分记录中申请复议。"
        action={importLink}
      />
      {list.isPending ? (
        <LoadingState />
      ) : (
        <DataTable<Row>
          name="attendance"
          label="月度考勤"
          columns={columns}
          rowKey={(row) => row.officer.id}
          source={list}
          state={state}
          filters={<FilterBar state={state} fields={fields} />}
          tools={!phone && list.data && <Summary data={list.data} />}
          card={(row) => <Card row={row} />}
          empty={{
            title: '还没有考勤结果',
            how: mayImport
              ? '在“数据导入”上传当月的考勤汇总表，核对后确认，结果列在这里。'
              : '考核办导入当月考勤汇总表后，您的考勤列在这里。',
            action: importLink,
          }}
        />
      )}
    </>
  );
}

function monthWords(month: string | null | undefined): string | undefined {
  return month ? `${month.slice(0, 4)}年${Number(month.slice(5))}月` : undefined;
}

interface SummaryProps {
  readonly data: { readonly summary: { people: number; late: string; absent: string; leave: string } };
}

function Summary({ data: { summary } }: SummaryProps) {
  return (
    <span className="mj-quiet">
      共 {summary.people} 人 · 迟到早退 {summary.late} 次 · 旷工 {summary.absent} 天 · 请假 {summary.leave} 天
    </span>
  );
}

/** 0 is quiet, what is not 0 is to be seen; nothing here is red: a day of leave is no fault. */
function Count({ value }: { readonly value: string }) {
  return Number(value) === 0 ? <span className="mj-quiet">0</span> : <strong>{value}</strong>;
}

const leaveWords = (row: Row) =>
  row.leaves.map(({ kind, days }) => `${attendance.leaveLabels[kind]} ${days}`).join('，');

const columns: readonly DataColumn<Row>[] = [
  {
    key: 'name',
    title: '姓名',
    width: 100,
    shown: 'always',
    fixed: 'left',
    render: (row) => row.officer.name,
  },
  {
    key: 'policeNo',
    title: '警号',
    width: 90,
    render: (row) => <span className="mj-number">{row.officer.policeNo}</span>,
  },
  {
    key: 'unit',
    title: '单位',
    width: 180,
    render: (row) => (
      <Link to="/units/$unitId" params={{ unitId: row.unit.id }}>
        {row.unit.name}
      </Link>
    ),
  },
  { key: 'due', title: '应出勤', width: 80, align: 'right', render: (row) => row.due },
  { key: 'present', title: '实出勤', width: 80, align: 'right', render: (row) => row.present },
  { key: 'late', title: '迟到', width: 70, align: 'right', render: (row) => <Count value={row.late} /> },
  { key: 'early', title: '早退', width: 70, align: 'right', render: (row) => <Count value={row.early} /> },
  {
    key: 'absent',
    title: '旷工（天）',
    width: 90,
    align: 'right',
    render: (row) => <Count value={row.absent} />,
  },
  {
    key: 'leave',
    title: '请假（天）',
    width: 200,
    render: (row) => leaveWords(row) || <span className="mj-quiet">0</span>,
  },
  {
    key: 'batch',
    title: '导入批次',
    width: 150,
    notOnCard: true,
    render: (row) => <span className="mj-quiet">{row.batch.number}</span>,
  },
];

function Card({ row }: { readonly row: Row }) {
  const notes = [
    Number(row.late) > 0 && `迟到 ${row.late} 次`,
    Number(row.early) > 0 && `早退 ${row.early} 次`,
    Number(row.absent) > 0 && `旷工 ${row.absent} 天`,
    leaveWords(row),
  ].filter(Boolean);
  return (
    <div style={{ display: 'flex', gap: 12, alignItems: 'baseline' }}>
      <div style={{ flex: 1, minWidth: 0 }}>
        <strong>{row.officer.name}</strong> <span className="mj-quiet">{row.unit.name}</span>
        <div className={notes.length > 0 ? undefined : 'mj-quiet'}>
          {notes.length > 0 ? notes.join('，') : '无迟到、早退、旷工、请假'}
        </div>
      </div>
      <span className="mj-number">
        {row.present}
        <span className="mj-quiet"> / {row.due} 天</span>
      </span>
    </div>
  );
}
