import { targets } from '@mingji/contract';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { ConfirmAction } from '../../components/confirm-action.tsx';
import { DecimalInput } from '../../components/decimal-input.tsx';
import { FormModal } from '../../components/form-modal.tsx';
import { type Target, texts } from './texts.ts';

const stale = [targets.getUnitTargets, targets.getTarget, targets.listTargetBooks];

/** A root target is changed or taken back by who issued it; each change is a new version (§14). */
export function RootActions({ target }: { readonly target: Target }) {
  const [changing, setChanging] = useState(false);
  const change = useCommand(targets.changeTarget, {
    invalidates: stale,
    refusals: 'inline',
    doneText: '数量已调整',
  });
  const withdraw = useCommand(targets.withdrawTarget, {
    invalidates: stale,
    refusals: 'inline',
    doneText: '目标已撤回',
  });
  const params = { targetId: target.id };
  const expectedRevision = target.revision;
  return (
    <>
      <Button size="small" type="link" onClick={() => setChanging(true)}>
        {texts.change}
      </Button>
      <ConfirmAction
        label={texts.withdraw}
        reason="撤回原因"
        consequence={`将撤回“${target.indicator.name}”及其全部下级分解；已采纳的工作和得分不受影响。`}
        command={withdraw}
        button={{ size: 'small', type: 'link', danger: true }}
        onConfirm={(reason) => withdraw.run({ params, body: { expectedRevision, reason } })}
      />
      <FormModal<{ quantity: string; reason: string }>
        open={changing}
        title={`${texts.change}：${target.indicator.name}`}
        submitText="保存"
        onClose={() => setChanging(false)}
        command={change}
        initialValues={{ quantity: target.figures.issued }}
        onSubmit={({ quantity, reason }) =>
          change.run({ params, body: { expectedRevision, quantity, reason } })
        }
      >
        <p style={{ marginTop: 0 }}>
          已分解 {target.figures.handedDown}，自留 {target.figures.kept}
          。下级分解保持不变，差额将显示为尚未下达或超额。
        </p>
        <Form.Item name="quantity" label="新的数量" rules={[{ required: true, message: '请填写数量' }]}>
          <DecimalInput
            min="0"
            {...(target.indicator.measureUnit ? { measure: target.indicator.measureUnit } : {})}
          />
        </Form.Item>
        <Form.Item
          name="reason"
          label="调整原因"
          rules={[{ required: true, whitespace: true, message: '请填写调整原因' }]}
        >
          <Input.TextArea maxLength={500} showCount autoSize={{ minRows: 2, maxRows: 5 }} />
        </Form.Item>
      </FormModal>
    </>
  );
}
