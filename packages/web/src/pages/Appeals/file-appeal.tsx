import { appeals, entries, submissions } from '@mingji/contract';
import { Form, Input } from 'antd';
import { useCommand } from '../../api/use-command.ts';
import type { ShownFile } from '../../components/file-list.tsx';
import { FileUpload } from '../../components/file-upload.tsx';
import { FormDrawer } from '../../components/form-drawer.tsx';

interface FileAppealProps {
  readonly about: { readonly entryId: string } | { readonly submissionId: string };
  readonly title: string;
  readonly onClose: () => void;
}
interface Values {
  readonly grounds: string;
  readonly files?: readonly ShownFile[];
}

/** Contests one score or one rejection, with grounds and proof (P7). */
export function FileAppeal({ about, title, onClose }: FileAppealProps) {
  const file = useCommand(appeals.fileAppeal, {
    invalidates: [appeals.listAppeals, entries.listEntries, submissions.getSubmission],
    refusals: 'inline',
    doneText: '复议已提出，答复后会显示在工作台',
  });
  const key = 'entryId' in about ? about.entryId : about.submissionId;
  return (
    <FormDrawer<Values>
      open
      title={title}
      onClose={onClose}
      command={file}
      submitText="提出复议"
      draftKey={`appeal.${key}`}
      onSubmit={({ grounds, files = [] }) =>
        file.run({ body: { ...about, grounds, fileIds: files.map((each) => each.id) } })
      }
    >
      <p className="mj-quiet">
        由原评分人以外的人员答复。复议不会使结果变差，同一事项只能提出一次，请写明理由并附上证明。
      </p>
      <Form.Item
        name="grounds"
        label="复议理由"
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
