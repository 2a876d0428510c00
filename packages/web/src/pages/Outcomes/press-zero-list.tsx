import { outcomes } from '@mingji/contract';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { FormModal } from '../../components/form-modal.tsx';

interface PressZeroListProps {
  readonly periodId: string;
  readonly kind: 'officer' | 'unit';
  readonly rows: readonly outcomes.ZeroListRow[];
  readonly onDone: () => void;
}

/** Presses the ticked ones with a few words; whom nobody can reach is told. */
export function PressZeroList({ periodId, kind, rows, onDone }: PressZeroListProps) {
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const press = useCommand(outcomes.pressZeroList, {
    invalidates: [outcomes.getZeroList],
    refusals: 'inline',
    doneText: null,
    onDone: ({ pressed, recent, unreachable }) => {
      void message.success(
        [
          `已催办 ${pressed} 个对象`,
          ...(recent > 0 ? [`${recent} 个近期已催办，不重复催办`] : []),
          ...(unreachable.length > 0
            ? [`${unreachable.slice(0, 5).join('、')}等 ${unreachable.length} 个没有账号，请另行通知`]
            : []),
        ].join('；'),
      );
      onDone();
    },
  });
  return (
    <>
      <Button type="primary" size="small" onClick={() => setOpen(true)}>
        催办
      </Button>
      <FormModal<{ note: string }>
        open={open}
        title={`催办 ${rows.length} 个对象`}
        submitText="催办"
        command={press}
        onClose={() => setOpen(false)}
        initialValues={{ note: '本月尚无被采纳的工作，请尽快填报已完成的工作。' }}
        onSubmit={({ note }) =>
          press.run({
            body: { periodId, subjectKind: kind, subjectIds: rows.map((row) => row.subject.id), note },
          })
        }
      >
        <Form.Item
          name="note"
          label="催办内容"
          rules={[{ required: true, whitespace: true, message: '请写明要求' }]}
        >
          <Input.TextArea maxLength={100} showCount autoSize={{ minRows: 2, maxRows: 4 }} />
        </Form.Item>
      </FormModal>
    </>
  );
}
