import { bulletins } from '@mingji/contract';
import { Drawer, Pagination, Progress, Segmented, Select, Table } from 'antd';
import { useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useIsPhone } from '../../app/use-is-phone.ts';
import { ConfirmAction } from '../../components/confirm-action.tsx';
import { DateText } from '../../components/date-text.tsx';
import { DownloadButton } from '../../components/download-button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';

interface ReceiptsDrawerProps {
  readonly bulletin: bulletins.BulletinDetail;
  readonly onClose: () => void;
}
type Shown = 'unread' | 'read';

/** Who has read it and who has not, by unit; one click tells the latter. */
export function ReceiptsDrawer({ bulletin, onClose }: ReceiptsDrawerProps) {
  const phone = useIsPhone();
  const [shown, setShown] = useState<Shown>('unread');
  const [unitId, setUnitId] = useState<string | null>(null);
  const [page, setPage] = useState(1);
  const params = { bulletinId: bulletin.id };
  const receipts = useEndpoint(
    bulletins.listReceipts,
    { params, query: { page, pageSize: 50, read: shown, ...(unitId ? { unitId } : {}) } },
    { keepPrevious: true },
  );
  const press = useCommand(bulletins.pressReaders, {
    invalidates: [bulletins.getBulletin],
    refusals: 'inline',
    doneText: '已提醒全部未读人员',
  });
  const data = receipts.data;
  const unread = data ? data.recipientTotal - data.readTotal : 0;
  return (
    <Drawer
      open
      title="阅读情况"
      size={phone ? '100%' : 720}
      onClose={onClose}
      extra={
        <span style={{ display: 'inline-flex', gap: 8 }}>
          <DownloadButton endpoint={bulletins.exportReceipts} args={{ params }} fileName="阅读情况.xlsx">
            导出
          </DownloadButton>
          {unread > 0 && (
            <ConfirmAction
              label="催阅"
              button={{ type: 'primary' }}
              consequence={`将提醒 ${unread} 名未读人员，催阅会记入办理过程。`}
              command={press}
              onConfirm={() => press.run({ params, body: {} })}
            />
          )}
        </span>
      }
    >
      {receipts.isError && !data && (
        <ErrorState error={receipts.error} onRetry={() => void receipts.refetch()} />
      )}
      {data && (
        <>
          <Progress
            percent={data.recipientTotal === 0 ? 0 : Math.floor((data.readTotal / data.recipientTotal) * 100)}
            format={() => `已读 ${data.readTotal}／${data.recipientTotal}`}
            style={{ paddingRight: 60 }}
          />
          <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap', margin: '8px 0' }}>
            <Segmented<Shown>
              value={shown}
              options={[
                { value: 'unread', label: `未读 ${unread}` },
                { value: 'read', label: `已读 ${data.readTotal}` },
              ]}
              onChange={(next) => {
                setShown(next);
                setPage(1);
              }}
            />
            <Select<string | null>
              aria-label="单位"
              placeholder="全部单位"
              allowClear
              value={unitId}
              style={{ minWidth: 220, flex: 1 }}
              showSearch={{ optionFilterProp: 'label' }}
              onChange={(next) => {
                setUnitId(next ?? null);
                setPage(1);
              }}
              options={data.units.map(({ unit, recipients, read }) => ({
                value: unit.id,
                label: `${unit.name}（${read}／${recipients}）`,
              }))}
            />
          </div>
          <Table
            size="small"
            rowKey="accountId"
            pagination={false}
            loading={{ spinning: receipts.isFetching, delay: 250 }}
            dataSource={[...data.items]}
            locale={{ emptyText: <EmptyState title={shown === 'unread' ? '都已阅读' : '还没有人阅读'} /> }}
            columns={[
              { title: '姓名', dataIndex: 'name', width: 110 },
              { title: '所在单位', dataIndex: 'unitName' },
              {
                title: '阅读时间',
                width: 180,
                render: (_value: unknown, row: bulletins.BulletinReceipt) => <DateText value={row.readAt} />,
              },
            ]}
          />
          {data.total > 50 && (
            <Pagination
              size="small"
              style={{ marginTop: 8 }}
              current={page}
              pageSize={50}
              total={data.total}
              showSizeChanger={false}
              onChange={setPage}
            />
          )}
        </>
      )}
    </Drawer>
  );
}
