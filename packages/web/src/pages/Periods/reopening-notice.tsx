import { periodCalendar, periods, pilot, results } from '@mingji/contract';
import { periodWorkflow } from '@mingji/engine';
import { Alert, Button, Form, Input, Space } from 'antd';
import { useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { formatDay } from '../../app/format-time.ts';
import { ConfirmAction } from '../../components/confirm-action.tsx';
import { DateText } from '../../components/date-text.tsx';
import { FormModal } from '../../components/form-modal.tsx';
import type { Period } from './texts.ts';

const invalidates = [periods.listPeriods, periods.getPeriod, results.getClosing, pilot.getPilot];

/** A reopening that waits for the second pair of eyes: what is asked, by whom, why, and what one may do about it. */
export function ReopeningNotice({ period }: { readonly period: Period }) {
  const { reopening } = period;
  if (reopening === null) return null;
  const until = reopening.submitOn === null ? '' : `，填报延至 ${formatDay(reopening.submitOn)} 24:00`;
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 8 }}
      title={`${reopening.requestedByName}申请${periodWorkflow.actions[reopening.action]}${until}，待第二人复核`}
      description={
        <>
          <div>
            原因：{reopening.reason}（<DateText value={reopening.requestedAt} />）
          </div>
          <Space wrap style={{ marginTop: 6 }}>
            {reopening.mayDecide && <Decide period={period} reopening={reopening} confirm />}
            {reopening.mayDecide && <Decide period={period} reopening={reopening} confirm={false} />}
            {reopening.mine && <Withdraw period={period} reopeningId={reopening.id} />}
          </Space>
        </>
      }
    />
  );
}

interface DecideProps {
  readonly period: Period;
  readonly reopening: NonNullable<Period['reopening']>;
  readonly confirm: boolean;
}

function Decide({ period, reopening, confirm }: DecideProps) {
  const [open, setOpen] = useState(false);
  const command = useCommand(periodCalendar.decideReopening, {
    invalidates,
    refusals: 'inline',
    doneText: confirm ? '已复核，周期已重新开放' : '已答复申请人',
  });
  const label = confirm ? '同意并重新开放' : '不同意';
  const submit = ({ answer }: { answer?: string }) =>
    command.run({
      params: { periodId: period.id, reopeningId: reopening.id },
      body: { confirm, answer: answer?.trim() || null },
    });
  return (
    <>
      <Button size="small" type={confirm ? 'primary' : 'default'} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <FormModal<{ answer?: string }>
        open={open}
        title={`${label}：${period.label}`}
        submitText={label}
        command={command}
        onClose={() => setOpen(false)}
        onSubmit={submit}
      >
        <p style={{ marginTop: 0 }}>
          {confirm
            ? '同意后立即生效：已公示的成绩撤下，更正后须重新计算并公示。您与申请人都记入周期记录。'
            : '周期保持现状。理由申请人可以看到，并记入周期记录。'}
        </p>
        <Form.Item
          name="answer"
          label={confirm ? '复核意见（可不填）' : '理由'}
          rules={confirm ? [] : [{ required: true, whitespace: true, message: '请填写理由' }]}
        >
          <Input.TextArea maxLength={500} showCount autoSize={{ minRows: 2, maxRows: 5 }} />
        </Form.Item>
      </FormModal>
    </>
  );
}

function Withdraw({ period, reopeningId }: { readonly period: Period; readonly reopeningId: string }) {
  const command = useCommand(periodCalendar.withdrawReopening, {
    invalidates,
    refusals: 'inline',
    doneText: '申请已撤回',
  });
  return (
    <ConfirmAction
      label="撤回申请"
      consequence="撤回后周期保持现状，可以再次申请。"
      command={command}
      onConfirm={() => command.run({ params: { periodId: period.id, reopeningId }, body: {} })}
      button={{ size: 'small' }}
    />
  );
}
