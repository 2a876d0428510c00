import { periodCalendar, periods } from '@mingji/contract';
import { CALENDAR_STEP_NAMES, CALENDAR_STEPS, type CalendarStep, STEPS_IN_NAME } from '@mingji/engine';
import { Checkbox, Form, InputNumber } from 'antd';
import { useCommand } from '../../api/use-command.ts';
import { FormModal } from '../../components/form-modal.tsx';
import type { Period } from './texts.ts';

interface Values {
  readonly automatic: CalendarStep[];
  readonly remindDays: number;
}
interface CalendarSettingsProps {
  readonly period: Period;
  readonly onClose: () => void;
}

/** What the calendar does by itself on this period; publishing and sealing only when the office says so here. */
export function CalendarSettings({ period, onClose }: CalendarSettingsProps) {
  const command = useCommand(periodCalendar.setCalendar, {
    invalidates: [periods.listPeriods, periods.getPeriod],
    refusals: 'inline',
    doneText: '已设定',
  });
  return (
    <FormModal<Values>
      open
      title={`按日历办理：${period.label}`}
      submitText="保存"
      command={command}
      onClose={onClose}
      initialValues={{ automatic: [...period.automatic], remindDays: period.remindDays }}
      onSubmit={(values) =>
        command.run({
          params: { periodId: period.id },
          body: { automatic: values.automatic ?? [], remindDays: values.remindDays },
        })
      }
    >
      <Form.Item name="automatic" label="到期自动办理">
        <Checkbox.Group style={{ display: 'grid', gap: 6 }}>
          {CALENDAR_STEPS.map((step) => (
            <Checkbox key={step} value={step}>
              {CALENDAR_STEP_NAMES[step]}
              {STEPS_IN_NAME.includes(step) && (
                <span className="mj-quiet">（以您的名义，检查单有未办事项时不办）</span>
              )}
            </Checkbox>
          ))}
        </Checkbox.Group>
      </Form.Item>
      <Form.Item
        name="remindDays"
        label="期限前几天提醒（0 为不提醒）"
        rules={[{ required: true, message: '请填写' }]}
        extra="填报截止前提醒单位负责人和内勤，审核截止前提醒归口审核员；只说件数，不点名。"
      >
        <InputNumber min={0} max={30} precision={0} style={{ width: 120 }} />
      </Form.Item>
    </FormModal>
  );
}

/** One line: what happens by itself. */
export function automaticWords(period: Period): string {
  if (period.automatic.length === 0) return '全部由人办理';
  const words = period.automatic.map((step) => CALENDAR_STEP_NAMES[step]).join('、');
  return period.remindDays > 0 ? `${words}；期限前 ${period.remindDays} 天提醒` : words;
}
