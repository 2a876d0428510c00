import { periodCalendar, periods, pilot } from '@mingji/contract';
import { Form, Input } from 'antd';
import { useCommand } from '../../api/use-command.ts';
import { dayOf } from '../../app/format-time.ts';
import { serverNow } from '../../app/server-clock.ts';
import { useSession } from '../../app/session.tsx';
import { DayInput } from '../../components/day-input.tsx';
import { FormModal } from '../../components/form-modal.tsx';
import styles from './periods.module.css';
import type { Period } from './texts.ts';

interface Values {
  readonly submitOn: string;
  readonly reviewOn: string;
  readonly reason: string;
}
interface BackEntryProps {
  readonly period: Period;
  readonly onClose: () => void;
}

/** Whether a past month may be opened once more for late entry: it has ended and is not published yet. */
export function mayBackEnter(period: Period, today: string): boolean {
  const waits = ['draft', 'submissionClosed', 'reviewing'].includes(period.state);
  return period.canChange && waits && period.to < today;
}

/** Opens a past month in a window of its own; the month and everything entered in it say 补录 from then on. */
export function BackEntry({ period, onClose }: BackEntryProps) {
  const { bureau } = useSession();
  const today = dayOf(serverNow(), bureau.timeZone);
  const command = useCommand(periodCalendar.openBackEntry, {
    invalidates: [periods.listPeriods, periods.getPeriod, pilot.getPilot],
    refusals: 'inline',
    doneText: '已开放补录',
  });
  return (
    <FormModal<Values>
      open
      title={`开放补录：${period.label}`}
      submitText="开放补录"
      command={command}
      onClose={onClose}
      onSubmit={(values) => command.run({ params: { periodId: period.id }, body: values })}
    >
      <p style={{ marginTop: 0 }}>
        开放后，参评单位可以补报这个周期的工作。周期名称加注“补录”，台账、成绩、排名和导出文件上都看得到，不能取消。
      </p>
      <div className={styles.fields}>
        <Form.Item
          name="submitOn"
          label="补录截止日（24:00）"
          rules={[{ required: true, message: '请选择' }]}
        >
          <DayInput min={today} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="reviewOn" label="审核截止日" rules={[{ required: true, message: '请选择' }]}>
          <DayInput min={today} style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <Form.Item
        name="reason"
        label="补录的原因"
        rules={[{ required: true, whitespace: true, message: '请填写原因' }]}
      >
        <Input.TextArea maxLength={500} showCount autoSize={{ minRows: 2, maxRows: 5 }} />
      </Form.Item>
    </FormModal>
  );
}
