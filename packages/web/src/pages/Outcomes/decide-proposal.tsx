import { outcomes } from '@mingji/contract';
import { Form, Input, Radio } from 'antd';
import { useCommand } from '../../api/use-command.ts';
import { DayInput } from '../../components/day-input.tsx';
import { FormModal } from '../../components/form-modal.tsx';

interface DecideProps {
  readonly proposalId: string;
  readonly onClose: () => void;
}
export interface Decision {
  readonly outcome: 'agree' | 'decline';
  readonly resolutionNo: string;
  readonly decidedOn: string;
  readonly note?: string;
}
const reads = [outcomes.getProposal, outcomes.listProposals];

/** What the committee resolved, with number and day. */
export function DecideProposal({ proposalId, onClose }: DecideProps) {
  const decide = useCommand(outcomes.decideProposal, {
    invalidates: reads,
    refusals: 'inline',
    doneText: '已登记决议',
  });
  return (
    <FormModal<Decision>
      open
      title="登记考核委员会决议"
      submitText="登记"
      command={decide}
      onClose={onClose}
      onSubmit={({ note = '', ...values }) =>
        decide.run({ params: { proposalId }, body: { ...values, note } })
      }
    >
      <DecisionFields />
    </FormModal>
  );
}

export function DecisionFields() {
  const outcome = Form.useWatch('outcome', Form.useFormInstance<Decision>());
  return (
    <>
      <Form.Item name="outcome" label="决定" rules={[{ required: true, message: '请选择决定' }]}>
        <Radio.Group
          options={[
            { value: 'agree', label: '同意' },
            { value: 'decline', label: '不同意' },
          ]}
        />
      </Form.Item>
      <Form.Item
        name="resolutionNo"
        label="决议编号"
        rules={[{ required: true, whitespace: true, message: '请填写决议或会议纪要编号' }]}
      >
        <Input maxLength={100} placeholder="如：江公党〔2026〕12号" />
      </Form.Item>
      <Form.Item name="decidedOn" label="决议日期" rules={[{ required: true, message: '请选择日期' }]}>
        <DayInput />
      </Form.Item>
      <Form.Item
        name="note"
        label="说明"
        rules={
          outcome === 'decline' ? [{ required: true, whitespace: true, message: '请写明不同意的原因' }] : []
        }
      >
        <Input.TextArea maxLength={1000} showCount autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </>
  );
}

export function OverrideCheck({ proposalId, onClose }: DecideProps) {
  const override = useCommand(outcomes.overrideCheck, {
    invalidates: reads,
    refusals: 'inline',
    doneText: '已放行，理由随建议保留',
  });
  return (
    <FormModal<{ reason: string }>
      open
      title="写明理由放行"
      submitText="放行"
      command={override}
      onClose={onClose}
      onSubmit={({ reason }) => override.run({ params: { proposalId }, body: { reason } })}
    >
      <p style={{ marginTop: 0 }}>核查结果照样保留，理由与放行人随建议一起留存；放行后修改建议须重新放行。</p>
      <Form.Item
        name="reason"
        label="放行理由"
        rules={[{ required: true, whitespace: true, message: '请写明理由' }]}
      >
        <Input.TextArea maxLength={4000} showCount autoSize={{ minRows: 3, maxRows: 8 }} />
      </Form.Item>
    </FormModal>
  );
}
