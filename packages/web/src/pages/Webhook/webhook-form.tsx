import { notifications } from '@mingji/contract';
import { Checkbox, Form, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { FormModal } from '../../components/form-modal.tsx';
import styles from './webhook-page.module.css';

interface Values {
  readonly url: string;
  readonly digest: 'sm3' | 'sha256';
  readonly enabled: boolean;
  readonly kinds: notifications.NoticeKind[];
  readonly newSecret?: boolean;
}

interface WebhookFormProps {
  readonly webhook: notifications.WebhookView | null;
  readonly open: boolean;
  readonly onClose: () => void;
}

const kindOptions = Object.entries(notifications.noticeKinds).map(([value, label]) => ({ value, label }));

/** The gateway's address and what it takes; a new secret is shown once, to be typed in over there. */
export function WebhookForm({ webhook, open, onClose }: WebhookFormProps) {
  const [secret, setSecret] = useState<string | null>(null);
  const set = useCommand(notifications.setWebhook, {
    invalidates: [notifications.getWebhook],
    refusals: 'inline',
    doneText: '设置已保存',
    onDone: (reply) => setSecret(reply.secret),
  });
  return (
    <>
      <FormModal<Values>
        open={open}
        title="消息网关设置"
        onClose={onClose}
        command={set}
        initialValues={{
          url: webhook?.url ?? '',
          digest: webhook?.digest ?? 'sm3',
          enabled: webhook?.enabled ?? true,
          kinds: webhook?.kinds ?? [],
        }}
        onSubmit={(values) =>
          set.run({ body: { ...values, kinds: values.kinds ?? [], newSecret: values.newSecret ?? false } })
        }
      >
        <Form.Item
          name="url"
          label="网关地址"
          extra="以 http:// 或 https:// 开头；明绩向它发 POST 请求，5 秒内应答 200–299 即为送达。"
          rules={[{ required: true, whitespace: true, message: '请填写网关地址' }]}
        >
          <Input maxLength={500} placeholder="https://短信平台/接口" />
        </Form.Item>
        <Form.Item name="digest" label="签名算法" extra="请求头 x-mingji-signature：对“时间戳.正文”计算。">
          <Radio.Group
            options={[
              { value: 'sm3', label: 'HMAC-SM3' },
              { value: 'sha256', label: 'HMAC-SHA256' },
            ]}
          />
        </Form.Item>
        <Form.Item name="kinds" label="发送哪些通知" extra="不选为全部。">
          <Select mode="multiple" options={kindOptions} placeholder="全部" allowClear />
        </Form.Item>
        <Form.Item name="enabled" valuePropName="checked" noStyle>
          <Checkbox>启用</Checkbox>
        </Form.Item>
        {webhook && (
          <Form.Item name="newSecret" valuePropName="checked" noStyle>
            <Checkbox>更换签名密钥（原密钥立即失效）</Checkbox>
          </Form.Item>
        )}
      </FormModal>
      <Modal
        open={secret !== null}
        title="签名密钥"
        closable={false}
        mask={{ closable: false }}
        okText="已抄录到网关"
        cancelButtonProps={{ style: { display: 'none' } }}
        onOk={() => setSecret(null)}
      >
        <p>只显示这一次，请抄录到网关。遗失可更换。</p>
        <code className={styles.secret}>{secret}</code>
      </Modal>
    </>
  );
}
