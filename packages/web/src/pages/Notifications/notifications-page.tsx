import { notifications } from '@mingji/contract';
import { useNavigate } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { useCommand } from '../../api/use-command.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTableState } from '../../app/use-table-state.ts';
import type { DataColumn } from '../../components/data-column.ts';
import { DataTable } from '../../components/data-table.tsx';
import { DateText } from '../../components/date-text.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { LookTag } from '../../components/status-tag.tsx';
import { NotificationCard } from './notification-card.tsx';

type Notice = notifications.NotificationView;

const names = { filters: { read: 'unread', kind: '' } };
const fields = [
  {
    kind: 'select',
    key: 'kind',
    label: '种类',
    options: Object.entries(notifications.noticeKinds).map(([value, label]) => ({ value, label })),
  },
] as const;

const columns: readonly DataColumn<Notice>[] = [
  {
    key: 'state',
    title: '状态',
    width: 80,
    render: ({ readAt }) =>
      readAt === null ? <LookTag look="waiting" label="未读" /> : <LookTag look="ended" label="已读" />,
  },
  { key: 'at', title: '时间', width: 170, render: ({ at }) => <DateText value={at} /> },
  { key: 'kind', title: '种类', width: 100, render: ({ kind }) => notifications.noticeKinds[kind] },
  {
    key: 'title',
    title: '事项',
    width: 280,
    shown: 'always',
    render: ({ title }) => <strong>{title}</strong>,
  },
  { key: 'detail', title: '内容', width: 420, render: ({ detail }) => detail },
];

/** What happened that concerns me (P10, P13): opening a notice reads it and leads to the matter. */
export function NotificationsPage() {
  const state = useTableState(names);
  const navigate = useNavigate();
  const { read, kind } = state.filters;
  const rows = useEndpoint(
    notifications.listNotifications,
    {
      query: {
        page: state.page,
        pageSize: state.pageSize,
        ...(read === 'unread' ? { unread: 'true' as const } : {}),
        ...(kind ? { kind: kind as notifications.NoticeKind } : {}),
      },
    },
    { keepPrevious: true },
  );
  const reading = useCommand(notifications.readNotifications, {
    invalidates: [notifications.listNotifications, notifications.countUnread],
    doneText: null,
  });
  const open = (notice: Notice) => {
    if (notice.readAt === null) void reading.run({ body: { ids: [notice.id] } });
    void navigate({ to: notice.address });
  };
  // What comes after this moment was not seen and stays unread.
  const until = rows.data?.items[0]?.at;
  return (
    <>
      <PageHeader
        title="通知"
        description="与我有关的催办、审核、得分、复议和通报；要办的事在工作台。"
        action={
          until !== undefined &&
          rows.data?.items.some(({ readAt }) => readAt === null) && (
            <Button loading={reading.isPending} onClick={() => void reading.run({ body: { until } })}>
              全部设为已读
            </Button>
          )
        }
      />
      <DataTable
        name="notifications"
        label="通知"
        columns={columns}
        rowKey={({ id }) => id}
        source={rows}
        state={state}
        filters={
          <>
            <Segmented
              value={read}
              options={[
                { value: 'unread', label: '未读' },
                { value: 'all', label: '全部' },
              ]}
              onChange={(next) => state.setFilters({ read: String(next) })}
            />
            <FilterBar state={state} fields={fields} />
          </>
        }
        batch={(chosen, clear) => (
          <Button
            size="small"
            onClick={() =>
              void reading.run({ body: { ids: chosen.map(({ id }) => id) } }).then((done) => done && clear())
            }
          >
            设为已读
          </Button>
        )}
        onOpen={open}
        card={(notice) => <NotificationCard notice={notice} />}
        rowTone={({ readAt }) => (readAt === null ? undefined : 'quiet')}
        empty={{
          title: read === 'unread' ? '没有未读通知' : '还没有通知',
          how: '有人催办、审核、评分或答复与您有关的事，会在这里告知。',
        }}
      />
    </>
  );
}
