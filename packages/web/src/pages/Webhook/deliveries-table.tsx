import { notifications } from '@mingji/contract';
import { useCommand } from '../../api/use-command.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTableState } from '../../app/use-table-state.ts';
import type { DataColumn } from '../../components/data-column.ts';
import { DataTable } from '../../components/data-table.tsx';
import { DateText } from '../../components/date-text.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { type StatusMap, StatusTag } from '../../components/status-tag.tsx';

type Delivery = notifications.DeliveryView;

const states: StatusMap<Delivery['state']> = {
  waiting: { label: '等待', look: 'waiting' },
  delivered: { label: '已送达', look: 'good' },
  failed: { label: '失败', look: 'refused' },
};
const names = { filters: { state: '' } };
const fields = [
  {
    kind: 'select',
    key: 'state',
    label: '状态',
    options: Object.entries(states).map(([value, { label }]) => ({ value, label })),
  },
] as const;

/** What left for the gateway: kinds and numbers of people, no names and no matters. */
export function DeliveriesTable() {
  const state = useTableState(names);
  const wanted = state.filters.state;
  const rows = useEndpoint(
    notifications.listDeliveries,
    {
      query: {
        page: state.page,
        pageSize: state.pageSize,
        ...(wanted ? { state: wanted as Delivery['state'] } : {}),
      },
    },
    { keepPrevious: true },
  );
  const retry = useCommand(notifications.retryDelivery, {
    invalidates: [notifications.listDeliveries, notifications.getWebhook],
    doneText: '已重新排队',
  });
  const columns: readonly DataColumn<Delivery>[] = [
    { key: 'at', title: '时间', width: 170, render: ({ at }) => <DateText value={at} /> },
    { key: 'kind', title: '种类', width: 110, render: ({ kind }) => notifications.noticeKinds[kind] },
    { key: 'people', title: '人数', width: 70, align: 'right', render: ({ people }) => people },
    {
      key: 'state',
      title: '状态',
      width: 100,
      shown: 'always',
      render: (row) => <StatusTag map={states} state={row.state} />,
    },
    { key: 'attempts', title: '已试次数', width: 90, align: 'right', render: ({ attempts }) => attempts },
    {
      key: 'next',
      title: '下次尝试',
      width: 170,
      render: ({ nextAttemptAt }) => <DateText value={nextAttemptAt} />,
    },
    { key: 'failure', title: '原因', width: 260, render: ({ failure }) => failure ?? '—' },
    {
      key: 'act',
      title: '办理',
      width: 100,
      render: (row) =>
        row.state === 'failed' && (
          <button
            type="button"
            className="mj-link"
            onClick={() => void retry.run({ params: { deliveryId: row.id }, body: {} })}
          >
            重新投递
          </button>
        ),
    },
  ];
  return (
    <DataTable
      name="deliveries"
      label="投递记录"
      columns={columns}
      rowKey={({ id }) => id}
      source={rows}
      state={state}
      filters={<FilterBar state={state} fields={fields} />}
      empty={{ title: '还没有投递', how: '有通知发生后，一分钟内交给网关，结果列在这里，送达的保留 90 天。' }}
    />
  );
}
