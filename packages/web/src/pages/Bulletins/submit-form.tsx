import { bulletins } from '@mingji/contract';
import { useNavigate } from '@tanstack/react-router';
import { Form, Input } from 'antd';
import { useCommand } from '../../api/use-command.ts';
import { FormModal } from '../../components/form-modal.tsx';
import { readsOfBulletins } from './texts.ts';

interface SubmitFormProps {
  readonly draft: bulletins.DraftView;
  readonly onClose: () => void;
}

/** Hands the text in as it is saved; officers named among the last want a reason. */
export function SubmitForm({ draft, onClose }: SubmitFormProps) {
  const navigate = useNavigate();
  const send = useCommand(bulletins.submitBulletin, {
    invalidates: readsOfBulletins,
    refusals: 'inline',
    doneText: '已送审，领导审批后会提醒您',
    onDone: () => void navigate({ to: `/bulletins/${draft.id}` }),
  });
  const named = draft.findings.filter(({ weight }) => weight === 'confirm');
  return (
    <FormModal<{ namingReason?: string }>
      open
      title="送审"
      submitText="送审"
      command={send}
      onClose={onClose}
      draftKey={`bulletin-submit.${draft.id}`}
      onSubmit={({ namingReason }) =>
        send.run({
          params: { bulletinId: draft.id },
          body: { revision: draft.revision, namingReason: namingReason?.trim() || null },
        })
      }
    >
      <p style={{ marginTop: 0 }}>
        送审后文字和数据固定下来，由{draft.unit.name}的领导审批；撤回后才能再改。
      </p>
      {named.length > 0 && (
        <>
          <p>通报在靠后名单中点到民警姓名（{named.length} 处）。公开点名须有依据，也可以改为只写人数。</p>
          <Form.Item
            name="namingReason"
            label="点名通报的理由"
            rules={[{ required: true, whitespace: true, message: '请写明点名通报的理由' }]}
          >
            <Input.TextArea maxLength={500} showCount autoSize={{ minRows: 2, maxRows: 6 }} />
          </Form.Item>
        </>
      )}
    </FormModal>
  );
}
