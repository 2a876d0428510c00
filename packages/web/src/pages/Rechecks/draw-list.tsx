import { rechecks } from '@mingji/contract';
import { useNavigate } from '@tanstack/react-router';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTableState } from '../../app/use-table-state.ts';
import type { DataColumn } from '../../components/data-column.ts';
import { DataTable } from '../../components/data-table.tsx';
import { DateText } from '../../components/date-text.tsx';
import { LookTag } from '../../components/status-tag.tsx';

type Draw = rechecks.DrawView;
const names = { filters: {} };
const columns: DataColumn<Draw>[] = [
  { key: 'title', title: '抽查', width: 200, shown: 'always', render: (row) => row.title },
  {
    key: 'progress',
    title: '进度',
    width: 130,
    render: (row) =>
      row.waiting > 0 ? (
        <LookTag look="waiting" label={`待复核 ${row.waiting}`} />
      ) : (
        <LookTag look="good" label="已完成" />
      ),
  },
  { key: 'size', title: '抽取', width: 150, render: (row) => `${row.population} 件中抽 ${row.drawn} 件` },
  {
    key: 'range',
    title: '采纳时间',
    width: 220,
    render: (row) => (
      <>
        <DateText value={row.from} /> 至 <DateText value={row.to} />
      </>
    ),
  },
  { key: 'narrowed', title: '条件', width: 180, render: (row) => row.narrowed.join('，') || '不限' },
  { key: 'upheld', title: '维持', width: 70, align: 'right', render: (row) => row.upheld },
  { key: 'corrected', title: '更正', width: 70, align: 'right', render: (row) => row.corrected + row.noted },
  { key: 'by', title: '抽取人', width: 100, render: (row) => row.drawnByName },
  { key: 'at', title: '抽取时间', width: 170, render: (row) => <DateText value={row.drawnAt} /> },
];

export function DrawList() {
  const state = useTableState(names);
  const navigate = useNavigate();
  const rows = useEndpoint(
    rechecks.listRecheckDraws,
    { query: { page: state.page, pageSize: state.pageSize } },
    { keepPrevious: true },
  );
  return (
    <DataTable<Draw>
      name="recheckDraws"
      label="抽查记录"
      columns={columns}
      rowKey={(row) => row.id}
      source={rows}
      state={state}
      onOpen={(row) => void navigate({ to: `/rechecks/${row.id}` })}
      empty={{ title: '还没有抽查', how: '点“抽取复核”，从某段时间已采纳的填报中随机抽取。' }}
    />
  );
}
