import { outcomes } from '@mingji/contract';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTableState } from '../../app/use-table-state.ts';
import type { DataColumn } from '../../components/data-column.ts';
import { DataTable } from '../../components/data-table.tsx';
import { DateText } from '../../components/date-text.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { RunCheck } from './run-check.tsx';

const columns: DataColumn<outcomes.CheckView>[] = [
  { key: 'title', title: '核查事项', width: 260, fixed: 'left', shown: 'always', render: (row) => row.title },
  { key: 'at', title: '核查时间', width: 170, render: (row) => <DateText value={row.at} /> },
  { key: 'by', title: '核查人', width: 110, render: (row) => row.byName },
  { key: 'clear', title: '符合', width: 80, align: 'right', render: (row) => row.counts.clear },
  { key: 'forbidden', title: '不符合', width: 80, align: 'right', render: (row) => row.counts.forbidden },
  { key: 'look', title: '请核实', width: 80, align: 'right', render: (row) => row.counts.look },
  { key: 'unresolved', title: '未核查', width: 80, align: 'right', render: (row) => row.counts.unresolved },
];

/** Before a commendation: paste the nominees, and each is checked on the facts; the record stays (P17). */
export function ChecksPage() {
  const state = useTableState();
  const navigate = useNavigate();
  const [running, setRunning] = useState(false);
  const rows = useEndpoint(
    outcomes.listChecks,
    { query: { page: state.page, pageSize: state.pageSize } },
    { keepPrevious: true },
  );
  const run = (
    <Button type="primary" onClick={() => setRunning(true)}>
      核查名单
    </Button>
  );
  return (
    <>
      <PageHeader
        title="评优核查"
        description="表彰前逐人核查：是否列末几名、低于红线、书面检查未办结、不得评先评优；结果存档备查。"
        action={run}
      />
      <DataTable
        name="checks"
        label="评优核查"
        columns={columns}
        rowKey={(row) => row.id}
        source={rows}
        state={state}
        onOpen={(row) => void navigate({ to: `/outcomes/checks/${row.id}` })}
        empty={{
          title: '还没有核查记录',
          how: '粘贴推荐名单，或从 Excel 读取，系统逐人列出事实。',
          action: run,
        }}
      />
      {running && <RunCheck onClose={() => setRunning(false)} />}
    </>
  );
}
