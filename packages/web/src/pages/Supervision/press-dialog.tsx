import { supervision } from '@mingji/contract';
import { App, Form, Input } from 'antd';
import { useCommand } from '../../api/use-command.ts';
import { dayOf } from '../../app/format-time.ts';
import { serverNow } from '../../app/server-clock.ts';
import { useSession } from '../../app/session.tsx';
import { DayInput } from '../../components/day-input.tsx';
import { FormModal } from '../../components/form-modal.tsx';

export interface PressWish {
  /** What is pressed, in words: one name, so many chosen, all that the filter finds. */
  readonly title: string;
  readonly keys?: readonly string[];
  readonly all?: Readonly<Record<string, string>>;
}
interface Values {
  readonly text: string;
  readonly replyBy?: string | null;
}
interface PressDialogProps {
  readonly wish: PressWish;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const USUAL_TEXT = '该项工作已逾期或临近期限，请抓紧办理，并说明情况和完成时间。';

/** One click presses; the words are ready and may be made more pointed. */
export function PressDialog({ wish, onClose, onDone }: PressDialogProps) {
  const { bureau } = useSession();
  const { modal } = App.useApp();
  const press = useCommand(supervision.pressMatters, {
    invalidates: [supervision.listMatters, supervision.listMattersByUnit, supervision.listPresses],
    refusals: 'inline',
    doneText: null,
  });
  const submit = async ({ text, replyBy }: Values) => {
    const done = await press.run({
      body: {
        text,
        ...(replyBy ? { replyBy } : {}),
        ...(wish.keys ? { keys: [...wish.keys] } : { all: (wish.all ?? {}) as never }),
      },
    });
    if (!done) return null;
    modal.success({
      title: `已催办 ${done.pressed} 项`,
      content: (
        <>
          {done.unreached > 0 && <p>其中 {done.unreached} 项的对象没有可接收的账号，请线下通知。</p>}
          {done.skippedCount > 0 && (
            <>
              <p>{done.skippedCount} 项未重复催办：</p>
              <ul>
                {done.skipped.slice(0, 8).map((skip) => (
                  <li key={skip.key}>{skip.reason}</li>
                ))}
              </ul>
            </>
          )}
          <p className="mj-quiet">对方已收到通知，说明情况后显示在“催办记录”。</p>
        </>
      ),
    });
    onDone();
    return done;
  };
  return (
    <FormModal<Values>
      open
      title={`催办：${wish.title}`}
      submitText="催办"
      command={press}
      onClose={onClose}
      onSubmit={submit}
      initialValues={{ text: USUAL_TEXT }}
    >
      <Form.Item
        name="text"
        label="催办内容"
        rules={[{ required: true, whitespace: true, message: '请填写催办内容' }]}
      >
        <Input.TextArea maxLength={500} showCount autoSize={{ minRows: 3, maxRows: 6 }} />
      </Form.Item>
      <Form.Item name="replyBy" label="说明期限" extra="不填则按督办规则的工作日数计算。">
        <DayInput min={dayOf(serverNow(), bureau.timeZone)} style={{ width: '100%' }} />
      </Form.Item>
    </FormModal>
  );
}
