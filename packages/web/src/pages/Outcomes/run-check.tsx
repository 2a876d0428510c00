import { UploadOutlined } from '@ant-design/icons';
import { outcomes } from '@mingji/contract';
import { useNavigate } from '@tanstack/react-router';
import { Alert, Button, Form, Input, Radio, Upload } from 'antd';
import { useState } from 'react';
import { asRefusal, upload } from '../../api/index.ts';
import { useCommand } from '../../api/use-command.ts';
import { FormDrawer } from '../../components/form-drawer.tsx';

interface Values {
  readonly title: string;
  readonly subjectKind: 'officer' | 'unit';
  readonly lines: string;
}
const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Names as they come: pasted, or read out of a workbook and looked over before the check. */
export function RunCheck({ onClose }: { readonly onClose: () => void }) {
  const navigate = useNavigate();
  const run = useCommand(outcomes.runCheck, {
    invalidates: [outcomes.listChecks],
    refusals: 'inline',
    doneText: '已核查并存档',
    onDone: ({ check }) => void navigate({ to: `/outcomes/checks/${check.id}` }),
  });
  return (
    <FormDrawer<Values>
      open
      title="核查推荐名单"
      onClose={onClose}
      command={run}
      submitText="核查"
      draftKey="commendationCheck"
      initialValues={{ subjectKind: 'officer' }}
      onSubmit={({ title, subjectKind, lines }) =>
        run.run({ body: { title, subjectKind, lines: linesOf(lines) } })
      }
    >
      <Form.Item
        name="title"
        label="核查事项"
        rules={[{ required: true, whitespace: true, message: '请填写核查事项' }]}
      >
        <Input maxLength={100} placeholder="如：2026年度优秀民警推荐" />
      </Form.Item>
      <Form.Item name="subjectKind" label="对象">
        <Radio.Group
          options={[
            { value: 'officer', label: '民警' },
            { value: 'unit', label: '单位' },
          ]}
        />
      </Form.Item>
      <NomineeLines />
    </FormDrawer>
  );
}

function NomineeLines() {
  const form = Form.useFormInstance<Values>();
  const lines = linesOf(Form.useWatch('lines', form) ?? '');
  const [told, setTold] = useState<{ readonly type: 'info' | 'error'; readonly text: string } | null>(null);
  const read = async (file: File) => {
    try {
      const found = await upload(outcomes.readNominees, { file });
      form.setFieldValue('lines', found.lines.join('\n'));
      const skipped = found.skipped > 0 ? `，略过 ${found.skipped} 行（隐藏行、合计行或超出 500 行）` : '';
      setTold({ type: 'info', text: `读取 ${found.lines.length} 行${skipped}。请核对后再核查。` });
    } catch (error) {
      setTold({ type: 'error', text: asRefusal(error).message });
    }
  };
  return (
    <>
      <Upload
        accept=".xlsx"
        showUploadList={false}
        beforeUpload={(file) => {
          void read(file);
          return false;
        }}
      >
        <Button icon={<UploadOutlined />}>从 Excel 读取</Button>
      </Upload>
      {told && <Alert type={told.type} style={{ marginTop: 8 }} title={told.text} />}
      <Form.Item
        name="lines"
        label="名单"
        style={{ marginTop: 12 }}
        extra={`每行一个：警号和姓名，或姓名，或单位名称、机构代码。同名的请写警号。已填 ${lines.length} 行，最多 500 行。`}
        rules={[{ required: true, whitespace: true, message: '请粘贴名单' }]}
      >
        <Input.TextArea autoSize={{ minRows: 10, maxRows: 22 }} placeholder={'900123 张三\n李四'} />
      </Form.Item>
    </>
  );
}
