import { identity } from '@mingji/contract';
import type { z } from 'zod';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { formatExactInstant } from '../../app/format-time.ts';
import { useSession } from '../../app/session.tsx';
import { useTableState } from '../../app/use-table-state.ts';
import type { DataColumn } from '../../components/data-column.ts';
import { DataTable } from '../../components/data-table.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { type StatusMap, StatusTag } from '../../components/status-tag.tsx';

type AuditEvent = z.infer<typeof identity.auditEventView>;

const outcomes: StatusMap<AuditEvent['outcome']> = {
  done: { label: '成功', look: 'good' },
  refused: { label: '被拒', look: 'refused' },
};
const names = { filters: { text: '', from: '', to: '' } };
const fields = [
  { kind: 'text', key: 'text', label: '操作人、内容或地址' },
  { kind: 'day', key: 'from', label: '起始日期' },
  { kind: 'day', key: 'to', label: '截止日期' },
] as const;

/** Everything that was done or refused, unchangeable, for the audit administrator. */
export function AuditLogPage() {
  const state = useTableState(names);
  const { bureau } = useSession();
  const { text, from, to } = state.filters;
  const events = useEndpoint(
    identity.listAuditEvents,
    {
      query: {
        page: state.page,
        pageSize: state.pageSize,
        ...(text ? { text } : {}),
        ...(from ? { from } : {}),
        ...(to ? { to } : {}),
      },
    },
    { keepPrevious: true },
  );
  return (
    <>
      <PageHeader
        title="审计日志"
        description="每一次办理与每一次被拒的越权操作，只增不改，任何人不能删除。"
      />
      <DataTable
        name="auditLog"
        label="审计日志"
        columns={columnsFor(bureau.timeZone)}
        rowKey={(event) => String(event.seq)}
        source={events}
        state={state}
        filters={<FilterBar state={state} fields={fields} />}
        empty={{ title: '还没有日志', how: '有人登录或办理业务后，记录出现在这里。' }}
      />
    </>
  );
}

function columnsFor(timeZone: string): DataColumn<AuditEvent>[] {
  return [
    {
      key: 'at',
      title: '时间',
      width: 190,
      shown: 'always',
      render: (event) => <span className="mj-number">{formatExactInstant(event.at, timeZone)}</span>,
    },
    { key: 'account', title: '操作人', width: 110, render: (event) => event.accountName },
    { key: 'action', title: '操作', width: 140, render: (event) => event.actionLabel },
    {
      key: 'outcome',
      title: '结果',
      width: 90,
      render: (event) => <StatusTag map={outcomes} state={event.outcome} />,
    },
    { key: 'summary', title: '内容', width: 440, render: (event) => event.summary },
    { key: 'address', title: '网络地址', width: 130, render: (event) => event.address ?? '—' },
    {
      key: 'seq',
      title: '序号',
      width: 90,
      align: 'right',
      shown: 'hidden',
      notOnCard: true,
      render: (event) => <span className="mj-number">{event.seq}</span>,
    },
  ];
}
