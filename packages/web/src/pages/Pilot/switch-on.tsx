import { pilot } from '@mingji/contract';
import { Alert, Form, Input } from 'antd';
import { useCommand } from '../../api/use-command.ts';
import { DayInput } from '../../components/day-input.tsx';
import { FormModal } from '../../components/form-modal.tsx';
import { UnitSelect } from '../../components/unit-select.tsx';
import { useUnitOptions } from '../../components/use-unit-options.ts';

interface Values {
  readonly unitId: string;
  readonly from: string;
  readonly reason: string;
}
interface SwitchOnProps {
  readonly today: string;
  /** The first activation turns the bureau into a pilot. */
  readonly first: boolean;
  readonly onClose: () => void;
}

export function SwitchOn({ today, first, onClose }: SwitchOnProps) {
  const units = useUnitOptions();
  const command = useCommand(pilot.switchOnUnit, {
    invalidates: [pilot.getPilot],
    refusals: 'inline',
    doneText: '已启用',
  });
  return (
    <FormModal<Values>
      open
      title="启用试点单位"
      submitText="启用"
      command={command}
      onClose={onClose}
      initialValues={{ from: today } as Values}
      onSubmit={(values) => command.run({ body: values })}
    >
      {first && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 12 }}
          title="启用后全局转为试点"
          description="只有启用的单位及其下级参加考核，其他单位自此不填报、不计算、不排名，直到启用。"
        />
      )}
      <Form.Item name="unitId" label="单位（含全部下级）" rules={[{ required: true, message: '请选择单位' }]}>
        <UnitSelect {...units} />
      </Form.Item>
      <Form.Item
        name="from"
        label="自哪一日起"
        extra="参加这一日及以后结束的各个周期。"
        rules={[{ required: true, message: '请选择日期' }]}
      >
        <DayInput style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item
        name="reason"
        label="依据或说明"
        rules={[{ required: true, whitespace: true, message: '请填写依据或说明' }]}
      >
        <Input.TextArea maxLength={500} showCount autoSize={{ minRows: 2, maxRows: 5 }} />
      </Form.Item>
    </FormModal>
  );
}
