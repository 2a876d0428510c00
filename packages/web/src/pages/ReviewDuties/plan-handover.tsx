import { reviewDuties, submissions } from '@mingji/contract';
import { Form, Input } from 'antd';
import { useCommand } from '../../api/use-command.ts';
import { formatDay } from '../../app/format-time.ts';
import { ChoiceSelect } from '../../components/choice-select.tsx';
import { DayInput } from '../../components/day-input.tsx';
import { FormModal } from '../../components/form-modal.tsx';
import type { UnitDuties } from './review-unit.tsx';

interface Values {
  readonly accountId: string;
  readonly deputyAccountId: string;
  readonly fromOn: string;
  readonly toOn: string;
  readonly reason: string;
}
interface PlanHandoverProps {
  readonly units: readonly UnitDuties[];
  /** The signed-in reviewer; null where one arranges for others only. */
  readonly ownId: string | null;
  readonly onClose: () => void;
}

/** Hands a queue over for the days of an absence. */
export function PlanHandover({ units, ownId, onClose }: PlanHandoverProps) {
  const plan = useCommand(reviewDuties.planHandover, {
    invalidates: [reviewDuties.listHandovers, reviewDuties.listReviewUnits, submissions.listReviewQueue],
    refusals: 'inline',
    doneText: '已交接，接替人会收到通知',
  });
  const [form] = Form.useForm<Values>();
  return (
    <FormModal<Values>
      open
      form={form}
      title="请假交接审核工作"
      submitText="交接"
      onClose={onClose}
      command={plan}
      draftKey="handover.plan"
      initialValues={ownId ? { accountId: ownId } : {}}
      onSubmit={(body) => plan.run({ body })}
    >
      <People units={units} ownId={ownId} />
      <Form.Item name="fromOn" label="自" rules={[{ required: true, message: '请选择开始日期' }]}>
        <DayInput style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item
        name="toOn"
        label="至（含当日）"
        extra="其间待审和新到的都由接替人审核，结束后未办结的自动交回。"
        rules={[{ required: true, message: '请选择结束日期' }]}
      >
        <DayInput style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item
        name="reason"
        label="事由"
        rules={[{ required: true, whitespace: true, message: '请写明事由，如年休假、出差' }]}
      >
        <Input maxLength={500} placeholder="年休假、出差、学习…" />
      </Form.Item>
    </FormModal>
  );
}

function People({ units, ownId }: Pick<PlanHandoverProps, 'units' | 'ownId'>) {
  const chosen = Form.useWatch<string>('accountId') ?? ownId;
  const arranged = units.filter(({ canArrange }) => canArrange).flatMap(({ reviewers }) => reviewers);
  const own = units.flatMap(({ reviewers }) => reviewers).filter(({ id }) => id === ownId);
  const absent = [...new Map([...own, ...arranged].map((each) => [each.id, each])).values()];
  const colleagues = units
    .filter(({ reviewers }) => reviewers.some(({ id }) => id === chosen))
    .flatMap(({ reviewers }) => reviewers)
    .filter(({ id }) => id !== chosen);
  const choice = (each: reviewDuties.ReviewerView) => ({
    value: each.id,
    label: each.name,
    hint: each.awayUntil ? `请假至 ${formatDay(each.awayUntil)}` : `${each.unitName} 待审 ${each.waiting}`,
  });
  return (
    <>
      <Form.Item name="accountId" label="请假的审核人" rules={[{ required: true, message: '请选择审核人' }]}>
        <ChoiceSelect options={absent.map(choice)} disabled={absent.length < 2} placeholder="姓名" />
      </Form.Item>
      <Form.Item
        name="deputyAccountId"
        label="接替人"
        rules={[{ required: true, message: '请选择接替人' }]}
        {...(chosen && colleagues.length === 0
          ? { extra: '本部门没有其他审核人，请先由安全管理员授予审核人角色。' }
          : {})}
      >
        <ChoiceSelect
          options={[...new Map(colleagues.map((each) => [each.id, each])).values()].map(choice)}
          placeholder="同部门的审核人"
        />
      </Form.Item>
    </>
  );
}
