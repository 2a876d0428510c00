import { organization } from '@mingji/contract';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { FormDrawer } from '../../components/form-drawer.tsx';

interface Values {
  readonly daysOff: string;
  readonly workingDays: string;
  readonly source: string;
}
interface CalendarFormProps {
  readonly year: number;
  readonly calendar: organization.CalendarView | null;
  readonly onClose: () => void;
}

const lines = (days: readonly string[]) => days.join('\n');
const days = (text: string) => text.split(/[\s,，、;；]+/).filter(Boolean);

/** The notice is pasted and read, the result is checked by eye and saved. */
export function CalendarForm({ year, calendar, onClose }: CalendarFormProps) {
  const [form] = Form.useForm<Values>();
  const [text, setText] = useState('');
  const [unread, setUnread] = useState<readonly string[]>([]);
  const save = useCommand(organization.setCalendar, {
    invalidates: [organization.listCalendars],
    refusals: 'inline',
  });
  const read = useCommand(organization.readCalendarText, { doneText: null });
  const take = async () => {
    const found = await read.run({ params: { year }, body: { text } });
    if (!found) return;
    form.setFieldsValue({ daysOff: lines(found.daysOff), workingDays: lines(found.workingDays) });
    setUnread(found.unread);
  };
  const submit = (values: Values) =>
    save.run({
      params: { year },
      body: {
        daysOff: days(values.daysOff ?? ''),
        workingDays: days(values.workingDays ?? ''),
        source: values.source,
      },
    });
  return (
    <FormDrawer<Values>
      open
      form={form}
      width={640}
      title={`${year} 年工作日历`}
      command={save}
      onClose={onClose}
      onSubmit={submit}
      initialValues={{
        daysOff: lines(calendar?.daysOff ?? []),
        workingDays: lines(calendar?.workingDays ?? []),
        source: calendar?.source ?? '',
      }}
    >
      <Form.Item
        label="粘贴放假通知"
        htmlFor="calendar-notice"
        extra="粘贴国务院办公厅的通知正文或日期清单，识别后请核对下面两栏。"
      >
        <Input.TextArea
          id="calendar-notice"
          value={text}
          maxLength={4000}
          autoSize={{ minRows: 4, maxRows: 10 }}
          placeholder="一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。"
          onChange={(event) => setText(event.target.value)}
        />
      </Form.Item>
      <Button onClick={() => void take()} loading={read.isPending} disabled={text.trim() === ''}>
        识别
      </Button>
      {unread.length > 0 && (
        <Alert
          type="warning"
          showIcon
          style={{ margin: '12px 0' }}
          title="以下内容没有读懂，请人工补上"
          description={unread.join('；')}
        />
      )}
      <Form.Item
        name="daysOff"
        label="放假（只需周一至周五）"
        extra={`每行一天，如 ${year}-10-01`}
        style={{ marginTop: 12 }}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} />
      </Form.Item>
      <Form.Item name="workingDays" label="调休上班（周六、周日）">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
      <Form.Item
        name="source"
        label="依据"
        rules={[{ required: true, whitespace: true, message: '请填写依据，如通知的文号' }]}
      >
        <Input maxLength={100} placeholder="国办发明电〔2025〕7号" />
      </Form.Item>
    </FormDrawer>
  );
}
