import { submissions } from '@mingji/contract';
import { Form, Input, Space } from 'antd';
import { useCommand } from '../../api/use-command.ts';
import { FormModal } from '../../components/form-modal.tsx';
import type { DecisionProps } from './accept-work.tsx';

const usual = ['与当事人有近亲属关系', '与该事项有利害关系', '参与过该事项的办理'];

interface Values {
  readonly reason: string;
}

/** Steps back from reviewing this one for good; who stands in is told. */
export function RecuseWork({ submission, onClose, onDecided }: DecisionProps) {
  const recuse = useCommand(submissions.recuseFromReview, {
    invalidates: [submissions.listReviewQueue, submissions.getSubmission],
    refusals: 'inline',
    doneText: '已回避，由其他审核人办理',
  });
  const [form] = Form.useForm<Values>();
  const submit = async ({ reason }: Values) => {
    const done = await recuse.run({ params: { submissionId: submission.id }, body: { reason } });
    if (done) onDecided();
    return done;
  };
  return (
    <FormModal<Values>
      open
      form={form}
      title={`回避“${submission.title}”的审核`}
      submitText="回避"
      onClose={onClose}
      command={recuse}
      onSubmit={submit}
    >
      <p style={{ marginTop: 0 }}>
        回避后您不能再审核这一件，也不答复与它有关的复议，不能撤回；由备岗或本部门指定的审核人办理。
      </p>
      <Space wrap style={{ marginBottom: 8 }}>
        {usual.map((text) => (
          <button
            type="button"
            key={text}
            className="mj-link"
            onClick={() => form.setFieldsValue({ reason: text })}
          >
            {text}
          </button>
        ))}
      </Space>
      <Form.Item
        name="reason"
        label="回避理由"
        extra="填报人和其他审核人都会看到。"
        rules={[{ required: true, whitespace: true, message: '请写明为什么回避' }]}
      >
        <Input.TextArea maxLength={200} showCount autoSize={{ minRows: 2, maxRows: 4 }} />
      </Form.Item>
    </FormModal>
  );
}
