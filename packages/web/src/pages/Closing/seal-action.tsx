import { LockOutlined } from '@ant-design/icons';
import { periods, results } from '@mingji/contract';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { FormModal } from '../../components/form-modal.tsx';
import { blockersOf, type Closing, isComputing } from './closing-steps.ts';

/** Seals the period, after saying what that means; before the notice has run out only with a reason (P14). */
export function SealAction({ closing }: { readonly closing: Closing }) {
  const [open, setOpen] = useState(false);
  const command = useCommand(results.sealPeriod, {
    refusals: 'inline',
    invalidates: [results.getClosing, results.listRanking, results.listSeals, periods.listPeriods],
    doneText: '已封存',
  });
  const { id, label, state } = closing.period;
  const early = closing.checks.find((check) => check.code === 'noticeRunning');
  const ready = state === 'inNotice' && blockersOf(closing, 'seal').length === 0 && !isComputing(closing);
  const seal = ({ earlyReason }: { earlyReason?: string }) =>
    command.run({ params: { periodId: id }, body: { earlyReason: earlyReason?.trim() || null } });
  return (
    <>
      <Button
        type={ready ? 'primary' : 'default'}
        icon={<LockOutlined />}
        disabled={!ready}
        onClick={() => setOpen(true)}
      >
        封存
      </Button>
      <FormModal<{ earlyReason?: string }>
        open={open}
        title={`封存 ${label}`}
        submitText="封存"
        command={command}
        onClose={() => setOpen(false)}
        onSubmit={seal}
        draftKey={`seal.${id}`}
      >
        <SealMeaning />
        {early && (
          <>
            <Alert
              type="warning"
              showIcon
              style={{ marginBottom: 12 }}
              title={`${early.label}，现在封存属于提前封存。`}
            />
            <Form.Item
              name="earlyReason"
              label="提前封存的理由"
              rules={[{ required: true, whitespace: true, message: '请填写提前封存的理由' }]}
            >
              <Input.TextArea maxLength={500} showCount autoSize={{ minRows: 2, maxRows: 5 }} />
            </Form.Item>
          </>
        )}
      </FormModal>
    </>
  );
}

function SealMeaning() {
  return (
    <ul style={{ margin: '0 0 12px', paddingLeft: '1.3em' }}>
      <li>本周期的填报、台账和成绩从此不能新增、修改或删除，任何人都不能。</li>
      <li>系统由台账重新计算一遍，与公示的成绩逐项核对一致后，连同依据一并签名存档。</li>
      <li>封存不能撤销。之后复议成立的，在当期另记调整，不改动已封存的成绩。</li>
    </ul>
  );
}
