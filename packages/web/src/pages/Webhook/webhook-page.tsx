import { notifications } from '@mingji/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { ConfirmAction } from '../../components/confirm-action.tsx';
import { DateText } from '../../components/date-text.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Panel } from '../../components/panel.tsx';
import { LookTag } from '../../components/status-tag.tsx';
import { DeliveriesTable } from './deliveries-table.tsx';
import { WebhookForm } from './webhook-form.tsx';
import styles from './webhook-page.module.css';

/** Where notices leave for the bureau's SMS or message gateway (P10); set by the system administrator. */
export function WebhookPage() {
  const answer = useEndpoint(notifications.getWebhook, {});
  const [editing, setEditing] = useState(false);
  const test = useCommand(notifications.testWebhook, {
    invalidates: [notifications.listDeliveries, notifications.getWebhook],
    doneText: '测试已排队，一分钟内发出，结果见投递记录',
  });
  if (answer.error && !answer.data) {
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  if (!answer.data) return <LoadingState />;
  const { webhook } = answer.data;
  return (
    <>
      <PageHeader
        title="消息网关"
        description="把通知交给本局的短信或消息平台；内容不含个人成绩，收件人以警号标识，号码由平台自查。"
        action={
          <>
            {webhook?.enabled && (
              <ConfirmAction
                label="发一条测试"
                consequence="向网关发一条只给您本人的测试通知，用来核对地址和签名。"
                command={test}
                onConfirm={() => test.run({ body: {} })}
              />
            )}{' '}
            <Button type="primary" onClick={() => setEditing(true)}>
              {webhook ? '修改设置' : '设置网关'}
            </Button>
          </>
        }
      />
      {webhook ? (
        <>
          <GatewayFacts webhook={webhook} />
          <DeliveriesTable />
        </>
      ) : (
        <Panel>
          <EmptyState
            title="还没有设置消息网关"
            how="不设置也能用：通知显示在每个人的页面上方。设置后，同样的通知会另发一份给网关。"
          />
        </Panel>
      )}
      <WebhookForm webhook={webhook} open={editing} onClose={() => setEditing(false)} />
    </>
  );
}

function GatewayFacts({ webhook }: { readonly webhook: notifications.WebhookView }) {
  const kinds =
    webhook.kinds.length === 0
      ? '全部'
      : webhook.kinds.map((kind) => notifications.noticeKinds[kind]).join('、');
  return (
    <Panel>
      <dl className={styles.facts}>
        <dt>状态</dt>
        <dd>
          {webhook.enabled ? <LookTag look="good" label="已启用" /> : <LookTag look="ended" label="已停用" />}
        </dd>
        <dt>地址</dt>
        <dd className={styles.address}>{webhook.url}</dd>
        <dt>签名</dt>
        <dd>{webhook.digest === 'sm3' ? 'HMAC-SM3' : 'HMAC-SHA256'}</dd>
        <dt>发送种类</dt>
        <dd>{kinds}</dd>
        <dt>等待与失败</dt>
        <dd>
          等待 {webhook.waiting} 条，失败 {webhook.failed} 条
        </dd>
        <dt>最后修改</dt>
        <dd>
          {webhook.changedByName} <DateText value={webhook.changedAt} />
        </dd>
      </dl>
    </Panel>
  );
}
