import { periods, results } from '@mingji/contract';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { FormModal } from '../../components/form-modal.tsx';
import { blockersOf, type Closing, isComputing, overridable } from './closing-steps.ts';

/** Puts the computed results on notice; where figures are missing, only with the reason why all the same (P14). */
export function PublishAction({ closing }: { readonly closing: Closing }) {
  const [open, setOpen] = useState(false);
  const command = useCommand(results.publishResults, {
    refusals: 'inline',
    invalidates: [results.getClosing, results.listRanking, periods.listPeriods, periods.getPeriod],
    doneText: '已公示',
  });
  const { id, label, state } = closing.period;
  const ready = state === 'reviewing' || state === 'submissionClosed';
  const blocked = blockersOf(closing, 'publish').length > 0 || isComputing(closing);
  const lacking = overridable(closing);
  const publish = ({ overrideReason }: { overrideReason?: string }) =>
    command.run({ params: { periodId: id }, body: { overrideReason: overrideReason?.trim() || null } });
  return (
    <>
      <Button
        type={ready && !blocked ? 'primary' : 'default'}
        disabled={!ready || blocked}
        onClick={() => setOpen(true)}
      >
        公示成绩
      </Button>
      <FormModal<{ overrideReason?: string }>
        open={open}
        title={`公示 ${label}`}
        submitText="公示成绩"
        command={command}
        onClose={() => setOpen(false)}
        onSubmit={publish}
      >
        <p style={{ marginTop: 0 }}>
          公示后，单位名次全局可见，民警名次本序列可见，得分明细本人和所在单位可见，并开始计算公示期和复议期。公示后仍可退回审核，但须由第二人复核。
        </p>
        {lacking.length > 0 && (
          <>
            <Alert
              type="warning"
              showIcon
              style={{ marginBottom: 12 }}
              title={`${lacking.map((check) => check.label).join('；')}。`}
              description="请先补齐；确需照此公示的，写明理由，理由记入周期记录。"
            />
            <Form.Item
              name="overrideReason"
              label="仍予公示的理由"
              rules={[{ required: true, whitespace: true, message: '请填写仍予公示的理由' }]}
            >
              <Input.TextArea maxLength={500} showCount autoSize={{ minRows: 2, maxRows: 5 }} />
            </Form.Item>
          </>
        )}
      </FormModal>
    </>
  );
}
