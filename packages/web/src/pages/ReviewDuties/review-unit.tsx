import { type Reply, reviewDuties } from '@mingji/contract';
import { Button, Form, InputNumber, Select, Space } from 'antd';
import { useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { formatDay } from '../../app/format-time.ts';
import { FormModal } from '../../components/form-modal.tsx';
import { Panel } from '../../components/panel.tsx';
import { LookTag } from '../../components/status-tag.tsx';
import styles from './review-duties.module.css';

export type UnitDuties = Reply<typeof reviewDuties.listReviewUnits>['units'][number];
type Dialog = { readonly kind: 'order'; readonly code: string | null } | { readonly kind: 'limit' };

/** One owner unit: its reviewers, the order for all and for single indicators, its time limit. */
export function ReviewUnit({ unit }: { readonly unit: UnitDuties }) {
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const close = () => setDialog(null);
  const general = unit.orders.find((order) => order.indicatorCode === null);
  return (
    <Panel
      title={unit.unit.name}
      extra={
        unit.canArrange && (
          <Space wrap>
            <Button size="small" onClick={() => setDialog({ kind: 'limit' })}>
              审核时限
            </Button>
            <Button size="small" onClick={() => setDialog({ kind: 'order', code: null })}>
              设定主审与备岗
            </Button>
          </Space>
        )
      }
    >
      <dl className={styles.duties}>
        <div>
          <dt>全部指标</dt>
          <dd>{general ? <OrderText accounts={general.accounts} /> : '未指定，本部门审核人都可以审核'}</dd>
        </div>
        {unit.orders
          .filter((order) => order.indicatorCode !== null)
          .map((order) => (
            <div key={order.indicatorCode}>
              <dt>{order.indicatorName}</dt>
              <dd>
                <OrderText accounts={order.accounts} />{' '}
                {unit.canArrange && (
                  <button
                    type="button"
                    className="mj-link"
                    onClick={() => setDialog({ kind: 'order', code: order.indicatorCode })}
                  >
                    调整
                  </button>
                )}
              </dd>
            </div>
          ))}
        <div>
          <dt>审核时限</dt>
          <dd>
            {unit.workingDays} 个工作日，不晚于周期审核截止；受理后保留 {unit.takingHours} 小时
            {!unit.ownRule && <span className="mj-quiet">（通用时限）</span>}
          </dd>
        </div>
        <div>
          <dt>审核人</dt>
          <dd>
            {unit.reviewers.map((each) => (
              <span key={each.id} className={styles.person}>
                {each.name} <span className="mj-quiet">待审 {each.waiting}</span>
                {each.awayUntil && <LookTag look="ended" label={`请假至 ${formatDay(each.awayUntil)}`} />}
              </span>
            ))}
          </dd>
        </div>
      </dl>
      {dialog?.kind === 'order' && <OrderForm unit={unit} code={dialog.code} onClose={close} />}
      {dialog?.kind === 'limit' && <LimitForm unit={unit} onClose={close} />}
    </Panel>
  );
}

function OrderText({ accounts }: { readonly accounts: readonly { id: string; name: string }[] }) {
  return (
    <>
      {accounts.map((account, index) => (
        <span key={account.id} className={styles.person}>
          <span className="mj-quiet">{index === 0 ? '主审' : `备岗${index}`}</span> {account.name}
        </span>
      ))}
    </>
  );
}

interface FormProps {
  readonly unit: UnitDuties;
  readonly onClose: () => void;
}

function OrderForm({ unit, code, onClose }: FormProps & { readonly code: string | null }) {
  const set = useCommand(reviewDuties.setDutyOrder, {
    invalidates: [reviewDuties.listReviewUnits],
    refusals: 'inline',
    doneText: '已设定，对新到的填报生效',
  });
  const current = unit.orders.find((order) => order.indicatorCode === code)?.accounts ?? [];
  const submit = ({ indicatorCode, accountIds }: { indicatorCode: string; accountIds: string[] }) =>
    set.run({
      params: { unitId: unit.unit.id },
      body: { accountIds, ...(indicatorCode ? { indicatorCode } : {}) },
    });
  return (
    <FormModal<{ indicatorCode: string; accountIds: string[] }>
      open
      title={`${unit.unit.name}的主审与备岗`}
      submitText="设定"
      onClose={onClose}
      command={set}
      initialValues={{ indicatorCode: code ?? '', accountIds: current.map(({ id }) => id) }}
      onSubmit={submit}
    >
      <Form.Item name="indicatorCode" label="指标">
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            { value: '', label: '全部指标' },
            ...unit.indicators.map((each) => ({ value: each.code, label: each.name })),
          ]}
        />
      </Form.Item>
      <Form.Item
        name="accountIds"
        label="按顺序选择"
        extra="第一位为主审，其后依次为备岗；主审请假、超时或须回避时由下一位办理。清空则本部门审核人都可以审核。"
      >
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="选择审核人"
          options={unit.reviewers.map((each) => ({ value: each.id, label: each.name }))}
        />
      </Form.Item>
    </FormModal>
  );
}

function LimitForm({ unit, onClose }: FormProps) {
  const set = useCommand(reviewDuties.setReviewTimeLimit, {
    invalidates: [reviewDuties.listReviewUnits],
    refusals: 'inline',
    doneText: '已设定，对新到的填报生效',
  });
  return (
    <FormModal<{ workingDays: number; takingHours: number }>
      open
      title={`${unit.unit.name}的审核时限`}
      submitText="设定"
      onClose={onClose}
      command={set}
      initialValues={{ workingDays: unit.workingDays, takingHours: unit.takingHours }}
      onSubmit={(body) => set.run({ params: { unitId: unit.unit.id }, body })}
    >
      <Form.Item
        name="workingDays"
        label="审核时限"
        extra="自报送之日的次日起算，不晚于周期的审核截止。"
        rules={[{ required: true, message: '请填写 1 至 60' }]}
      >
        <InputNumber min={1} max={60} precision={0} suffix="个工作日" style={{ width: 180 }} />
      </Form.Item>
      <Form.Item
        name="takingHours"
        label="受理后保留"
        extra="到时未作决定的自动放回队列。"
        rules={[{ required: true, message: '请填写 1 至 240' }]}
      >
        <InputNumber min={1} max={240} precision={0} suffix="小时" style={{ width: 180 }} />
      </Form.Item>
    </FormModal>
  );
}
