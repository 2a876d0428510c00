import { pilot } from '@mingji/contract';
import { Form, Input } from 'antd';
import { useCommand } from '../../api/use-command.ts';
import { DayInput } from '../../components/day-input.tsx';
import { FormModal } from '../../components/form-modal.tsx';

interface Values {
  readonly to: string;
  readonly reason: string;
}
interface SwitchOffProps {
  readonly activation: pilot.ActivationView;
  readonly today: string;
  readonly onClose: () => void;
}

export function SwitchOff({ activation, today, onClose }: SwitchOffProps) {
  const command = useCommand(pilot.switchOffUnit, {
    invalidates: [pilot.getPilot],
    refusals: 'inline',
    doneText: '已办理',
  });
  return (
    <FormModal<Values>
      open
      title={`停用：${activation.unit.name}`}
      submitText="停用"
      command={command}
      onClose={onClose}
      initialValues={{ to: activation.to ?? today } as Values}
      onSubmit={(values) => command.run({ params: { activationId: activation.id }, body: values })}
    >
      <p style={{ marginTop: 0 }}>
        最后一日之后结束的周期不再考核该单位及其下级；已经考核过的周期不变。
        {activation.state === 'coming' && '最后一日早于起始日的，视为取消启用。'}
      </p>
      <Form.Item name="to" label="参加的最后一日" rules={[{ required: true, message: '请选择日期' }]}>
        <DayInput min={today} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item
        name="reason"
        label="原因"
        rules={[{ required: true, whitespace: true, message: '请填写原因' }]}
      >
        <Input.TextArea maxLength={500} showCount autoSize={{ minRows: 2, maxRows: 5 }} />
      </Form.Item>
    </FormModal>
  );
}
