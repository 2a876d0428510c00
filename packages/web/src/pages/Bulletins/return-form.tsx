import { bulletins } from '@mingji/contract';
import { useNavigate } from '@tanstack/react-router';
import { Form, Input } from 'antd';
import { useCommand } from '../../api/use-command.ts';
import { FormModal } from '../../components/form-modal.tsx';

interface ReturnFormProps {
  readonly bulletinId: string;
  readonly onClose: () => void;
}

export function ReturnForm({ bulletinId, onClose }: ReturnFormProps) {
  const navigate = useNavigate();
  const send = useCommand(bulletins.returnBulletin, {
    invalidates: [bulletins.listBulletins],
    refusals: 'inline',
    doneText: '已退回，拟制人可以看到意见',
    onDone: () => void navigate({ to: '/bulletins' }),
  });
  return (
    <FormModal<{ opinion: string }>
      open
      title="退回修改"
      submitText="退回"
      command={send}
      onClose={onClose}
      draftKey={`bulletin-return.${bulletinId}`}
      onSubmit={({ opinion }) => send.run({ params: { bulletinId }, body: { opinion } })}
    >
      <Form.Item
        name="opinion"
        label="修改意见"
        rules={[{ required: true, whitespace: true, message: '请写明需要修改的地方' }]}
      >
        <Input.TextArea autoFocus maxLength={1000} showCount autoSize={{ minRows: 3, maxRows: 10 }} />
      </Form.Item>
    </FormModal>
  );
}
