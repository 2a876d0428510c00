import { periodCalendar, periods, results } from '@mingji/contract';
import { isReopening, type PeriodAction, periodWorkflow } from '@mingji/engine';
import { Link } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { dayOf } from '../../app/format-time.ts';
import { serverNow } from '../../app/server-clock.ts';
import { useSession } from '../../app/session.tsx';
import { DayInput } from '../../components/day-input.tsx';
import { FormModal } from '../../components/form-modal.tsx';
import type { Period } from './texts.ts';

/** Publishing and sealing have a page of their own, where what is still open is checked first. */
type Move = Exclude<PeriodAction, 'startNotice' | 'seal'>;
const isMove = (action: PeriodAction): action is Move => action !== 'startNotice' && action !== 'seal';

const consequences: Readonly<Record<Move, string>> = {
  open: '开放后，参评单位和民警可以在截止时间前填报。',
  closeSubmission: '立即停止填报。未到截止时间提前截止的，请先告知参评单位；需要时可重新开放。',
  startReview: '转入审核阶段，归口部门继续审核已填报的事项。',
  reopenReview: '撤下公示，退回审核；调整后须重新计算并公示。原因将记入周期记录。',
  reopenSubmission: '重新接受填报，直到新的截止日 24:00；已公示的结果将撤下。原因将记入周期记录。',
};

interface PeriodActionsProps {
  readonly period: Period;
  readonly size: 'small' | 'medium';
}

/** What this account may do with the period now. */
export function PeriodActions({ period, size }: PeriodActionsProps) {
  const [asked, setAsked] = useState<Move | null>(null);
  // One request at a time: the notice above says what waits.
  const moves = period.actions
    .filter(isMove)
    .filter((action) => period.reopening === null || !isReopening(action));
  return (
    <>
      {moves.map((action) => (
        <Button key={action} size={size} onClick={() => setAsked(action)} style={{ marginRight: 4 }}>
          {isReopening(action) && period.reopeningNeedsSecond ? '申请' : ''}
          {periodWorkflow.actions[action]}
        </Button>
      ))}
      {period.canClose && period.state !== 'draft' && (
        <Link to={`/periods/${period.id}/closing`}>
          <Button size={size} type={period.state === 'sealed' ? 'default' : 'primary'}>
            {period.state === 'sealed' ? '封存情况' : '结账'}
          </Button>
        </Link>
      )}
      {asked && <MoveDialog period={period} action={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

interface MoveDialogProps {
  readonly period: Period;
  readonly action: Move;
  readonly onClose: () => void;
}
interface Values {
  readonly reason?: string;
  readonly submitOn?: string | null;
}

function MoveDialog({ period, action, onClose }: MoveDialogProps) {
  const { bureau } = useSession();
  const reopening = isReopening(action);
  const second = reopening && period.reopeningNeedsSecond;
  const label = `${second ? '申请' : ''}${periodWorkflow.actions[action]}`;
  const invalidates = [periods.listPeriods, periods.getPeriod, results.getClosing];
  const doneText = second ? '申请已提出，待第二人复核' : `${period.label}：${label}`;
  const move = useCommand(periods.movePeriod, { invalidates, refusals: 'inline', doneText });
  const request = useCommand(periodCalendar.requestReopening, { invalidates, refusals: 'inline', doneText });
  const params = { periodId: period.id };
  const submit = ({ reason = '', submitOn = null }: Values) =>
    isReopening(action) && second
      ? request.run({ params, body: { action, reason: reason.trim(), submitOn } })
      : move.run({ params, body: { action, reason: reason.trim() || null, submitOn } });
  return (
    <FormModal<Values>
      open
      title={`${label}：${period.label}`}
      submitText={label}
      onClose={onClose}
      command={second ? request : move}
      onSubmit={submit}
    >
      <p style={{ marginTop: 0 }}>
        {second && '须由分管领导或考核办其他负责人复核，复核同意后才生效。'}
        {consequences[action]}
      </p>
      {action === 'reopenSubmission' && (
        <Form.Item
          name="submitOn"
          label="新的填报截止日（含当日 24:00）"
          rules={[{ required: true, message: '请选择新的截止日' }]}
        >
          <DayInput min={dayOf(serverNow(), bureau.timeZone)} style={{ width: '100%' }} />
        </Form.Item>
      )}
      {reopening && (
        <Form.Item
          name="reason"
          label="原因"
          rules={[{ required: true, whitespace: true, message: '请填写原因' }]}
        >
          <Input.TextArea maxLength={500} showCount autoSize={{ minRows: 2, maxRows: 5 }} />
        </Form.Item>
      )}
    </FormModal>
  );
}
