import { appeals } from '@mingji/contract';
import { APPEAL_ANSWERERS } from '@mingji/engine';
import { useNavigate } from '@tanstack/react-router';
import { Form, Input } from 'antd';
import { useCommand } from '../../api/use-command.ts';
import { formatDay } from '../../app/format-time.ts';
import type { ShownFile } from '../../components/file-list.tsx';
import { FileUpload } from '../../components/file-upload.tsx';
import { FormDrawer } from '../../components/form-drawer.tsx';

interface FileSecondAppealProps {
  readonly first: appeals.AppealDetail;
  readonly further: NonNullable<appeals.AppealDetail['further']>;
  readonly onClose: () => void;
}
interface Values {
  readonly grounds: string;
  readonly files?: readonly ShownFile[];
}

/** Against the first answer; what comes of it ends the matter (§13). */
export function FileSecondAppeal({ first, further, onClose }: FileSecondAppealProps) {
  const navigate = useNavigate();
  const file = useCommand(appeals.fileSecondAppeal, {
    invalidates: [appeals.listAppeals, appeals.getAppeal],
    refusals: 'inline',
    doneText: '二次复议已提出，答复后会通知您',
    onDone: ({ appeal }) => void navigate({ to: `/appeals/${appeal.id}` }),
  });
  return (
    <FormDrawer<Values>
      open
      title="提出二次复议"
      onClose={onClose}
      command={file}
      submitText="提出二次复议"
      draftKey={`appeal.second.${first.id}`}
      onSubmit={({ grounds, files = [] }) =>
        file.run({ params: { appealId: first.id }, body: { grounds, fileIds: files.map((each) => each.id) } })
      }
    >
      <p className="mj-quiet">
        由{APPEAL_ANSWERERS[further.by]}
        答复，答复是终局结论；首次复议的答复人和原评分人不参加。请说明对首次答复哪里不服，并附上证明。最迟{' '}
        {formatDay(further.until)}提出。
      </p>
      <Form.Item
        name="grounds"
        label="二次复议理由"
        rules={[{ required: true, whitespace: true, message: '请写明理由' }]}
      >
        <Input.TextArea maxLength={4000} showCount autoSize={{ minRows: 4, maxRows: 12 }} />
      </Form.Item>
      <Form.Item name="files" label="证明材料">
        <FileUpload />
      </Form.Item>
    </FormDrawer>
  );
}
