import { submissions } from '@mingji/contract';
import { Form, Input, Space } from 'antd';
import { useCommand } from '../../api/use-command.ts';
import { FormModal } from '../../components/form-modal.tsx';
import type { DecisionProps } from './accept-work.tsx';

const usual = ['缺少证明材料', '照片看不清', '数量与材料不符', '不属于本指标', '与此前填报重复'];

interface Values {
  readonly reason: string;
}

/** Sends work back with the reason that its author will see. */
export function ReturnWork({ submission, onClose, onDecided }: DecisionProps) {
  const sendBack = useCommand(submissions.returnSubmission, {
    invalidates: [submissions.listReviewQueue, submissions.getSubmission],
    refusals: 'inline',
    doneText: '已退回，填报人可以看到理由',
  });
  const submit = async ({ reason }: Values) => {
    const done = await sendBack.run({
      params: { submissionId: submission.id },
      body: { version: submission.version, reason },
    });
    if (done) onDecided();
    return done;
  };
  return (
    <FormModal<Values>
      open
      title={`退回“${submission.title}”`}
      onClose={onClose}
      command={sendBack}
      submitText="退回"
      draftKey={`return.${submission.id}.${submission.version}`}
      onSubmit={submit}
    >
      <ReasonFields />
    </FormModal>
  );
}

/** The usual reasons by number, or words of one's own. */
export function ReasonFields() {
  const form = Form.useFormInstance<Values>();
  return (
    <>
      <Space wrap style={{ marginBottom: 8 }}>
        {usual.map((text, index) => (
          <button
            type="button"
            key={text}
            className="mj-link"
            onClick={() => form.setFieldsValue({ reason: text })}
          >
            {index + 1} {text}
          </button>
        ))}
      </Space>
      <Form.Item
        name="reason"
        label="退回理由"
        rules={[{ required: true, whitespace: true, message: '请写明哪里不对、怎样补正' }]}
      >
        <Input.TextArea
          autoFocus
          maxLength={500}
          showCount
          autoSize={{ minRows: 3, maxRows: 8 }}
          placeholder="写明哪里不对、怎样补正；按 1–5 选用上面的理由"
          onKeyDown={(event) => {
            if (event.ctrlKey && event.key === 'Enter') form.submit();
            const reason = /^[1-5]$/.test(event.key) ? usual[Number(event.key) - 1] : undefined;
            if (!reason || event.currentTarget.value !== '') return;
            event.preventDefault();
            form.setFieldsValue({ reason });
          }}
        />
      </Form.Item>
    </>
  );
}
