import { periods } from '@mingji/contract';
import { Form, Input, InputNumber } from 'antd';
import { useCommand } from '../../api/use-command.ts';
import { lastDay } from '../../app/format-time.ts';
import { useSession } from '../../app/session.tsx';
import { DayInput } from '../../components/day-input.tsx';
import { FormModal } from '../../components/form-modal.tsx';
import styles from './periods.module.css';
import { type Period, texts } from './texts.ts';

interface Values {
  readonly submitOn: string;
  readonly reviewOn: string;
  readonly reportOn?: string | null;
  readonly noticeDays: number;
  readonly appealDays: number;
  readonly reason?: string;
}
interface ChangePeriodProps {
  readonly period: Period;
  readonly onClose: () => void;
}

/** Deadlines are inclusive days; once the period is open a change is explained to those it concerns. */
export function ChangePeriod({ period, onClose }: ChangePeriodProps) {
  const { bureau } = useSession();
  const change = useCommand(periods.changePeriod, {
    invalidates: [periods.listPeriods, periods.getPeriod],
    refusals: 'inline',
    doneText: '期限已调整',
  });
  const day = (instant: string) => lastDay(instant, bureau.timeZone);
  const submit = ({ reason, reportOn, ...values }: Values) =>
    change.run({
      params: { periodId: period.id },
      body: { ...values, reportOn: reportOn ?? null, reason: reason?.trim() || null },
    });
  return (
    <FormModal<Values>
      open
      title={`${texts.change}：${period.label}`}
      submitText="保存"
      onClose={onClose}
      command={change}
      onSubmit={submit}
      initialValues={{
        submitOn: day(period.submitBy),
        reviewOn: day(period.reviewBy),
        reportOn: period.reportBy === null ? null : day(period.reportBy),
        noticeDays: period.noticeDays,
        appealDays: period.appealDays,
      }}
    >
      <div className={styles.fields}>
        <Form.Item
          name="submitOn"
          label="填报截止日（24:00）"
          rules={[{ required: true, message: '请选择' }]}
        >
          <DayInput style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="reviewOn" label="审核截止日" rules={[{ required: true, message: '请选择' }]}>
          <DayInput style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="reportOn" label="上报截止日">
          <DayInput style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="noticeDays" label="公示（工作日）" rules={[{ required: true, message: '请填写' }]}>
          <InputNumber min={0} max={60} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="appealDays" label="复议（工作日）" rules={[{ required: true, message: '请填写' }]}>
          <InputNumber min={0} max={60} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </div>
      {period.state !== 'draft' && (
        <Form.Item
          name="reason"
          label="调整原因"
          rules={[{ required: true, whitespace: true, message: '请填写调整原因' }]}
        >
          <Input.TextArea maxLength={500} showCount autoSize={{ minRows: 2, maxRows: 5 }} />
        </Form.Item>
      )}
    </FormModal>
  );
}
