import { organization } from '@mingji/contract';
import { Form, Input, InputNumber, Select } from 'antd';
import { useCommand } from '../../api/use-command.ts';
import { DayInput } from '../../components/day-input.tsx';
import { FormModal } from '../../components/form-modal.tsx';
import { UnitSelect } from '../../components/unit-select.tsx';
import { useUnitOptions } from '../../components/use-unit-options.ts';
import { kindOptions } from './texts.ts';

type Unit = organization.UnitView;
const options = {
  invalidates: [organization.listUnits, organization.listOfficers],
  refusals: 'inline',
} as const;
const required = (message: string) => [{ required: true, whitespace: true, message }];

interface UnitValues {
  readonly name: string;
  readonly code: string;
  readonly kind: Unit['kind'];
  readonly parentId?: string;
  readonly sortOrder?: number | null;
}
interface UnitFormProps {
  /** Set: a new unit below it. */
  readonly parent: Unit | null;
  /** Set: this unit is changed. */
  readonly unit: Unit | null;
  readonly onClose: () => void;
}

export function UnitForm({ parent, unit, onClose }: UnitFormProps) {
  const create = useCommand(organization.createUnit, options);
  const change = useCommand(organization.changeUnit, options);
  const units = useUnitOptions();
  const submit = ({ sortOrder, parentId, ...values }: UnitValues) => {
    const order = sortOrder ?? 0;
    if (unit === null)
      return create.run({ body: { ...values, parentId: parent?.id ?? '', sortOrder: order } });
    const moved = parentId && parentId !== unit.parentId ? { parentId } : {};
    const { kind, ...others } = values;
    return change.run({
      params: { unitId: unit.id },
      body: { ...others, ...(unit.parentId === null ? {} : { kind }), ...moved, sortOrder: order },
    });
  };
  return (
    <FormModal<UnitValues>
      open
      title={unit ? `调整机构：${unit.name}` : `在“${parent?.name}”下新设机构`}
      command={unit ? change : create}
      onClose={onClose}
      onSubmit={submit}
      initialValues={
        unit
          ? {
              name: unit.name,
              code: unit.code,
              kind: unit.kind,
              sortOrder: unit.sortOrder,
              ...(unit.parentId ? { parentId: unit.parentId } : {}),
            }
          : { sortOrder: 0 }
      }
    >
      <Form.Item name="name" label="名称" rules={required('请填写名称')}>
        <Input maxLength={60} autoFocus />
      </Form.Item>
      <Form.Item
        name="code"
        label="机构代码"
        extra="12 位公安机关机构代码。"
        rules={required('请填写机构代码')}
      >
        <Input maxLength={12} />
      </Form.Item>
      {unit?.parentId !== null && (
        <Form.Item name="kind" label="类别" rules={[{ required: true, message: '请选择类别' }]}>
          <Select options={kindOptions} />
        </Form.Item>
      )}
      {unit && unit.parentId !== null && (
        <Form.Item name="parentId" label="上级机构" extra="变更上级后，其下级机构、人员和查看范围一并变更。">
          <UnitSelect {...units} allowClear={false} />
        </Form.Item>
      )}
      <Form.Item name="sortOrder" label="显示顺序">
        <InputNumber min={0} max={1_000_000} precision={0} />
      </Form.Item>
    </FormModal>
  );
}

export function AliasesForm({ unit, onClose }: { readonly unit: Unit; readonly onClose: () => void }) {
  const save = useCommand(organization.setUnitAliases, options);
  return (
    <FormModal<{ aliases: string[] }>
      open
      title={`别名：${unit.name}`}
      command={save}
      onClose={onClose}
      onSubmit={({ aliases }) => save.run({ params: { unitId: unit.id }, body: { aliases } })}
      initialValues={{ aliases: [...unit.aliases] }}
    >
      <Form.Item
        name="aliases"
        label="别名、简称、曾用名"
        extra="输入后按回车。导入文件中写成别名的，会建议改为正式名称；同级机构的别名不能相同。"
      >
        <Select mode="tags" open={false} maxCount={50} tokenSeparators={['、', '，', ',', ' ']} />
      </Form.Item>
    </FormModal>
  );
}

interface AbolishValues {
  readonly on: string;
  readonly reason: string;
  readonly successorId?: string | null;
}

export function AbolishForm({ unit, onClose }: { readonly unit: Unit; readonly onClose: () => void }) {
  const abolish = useCommand(organization.abolishUnit, options);
  const units = useUnitOptions();
  return (
    <FormModal<AbolishValues>
      open
      title={`撤销机构：${unit.name}`}
      submitText="撤销"
      command={abolish}
      onClose={onClose}
      onSubmit={({ successorId = null, ...values }) =>
        abolish.run({ params: { unitId: unit.id }, body: { ...values, successorId } })
      }
    >
      <p style={{ marginTop: 0 }}>须先划转其下级机构和在职人员。以往的考核记录全部保留；如有误可以恢复。</p>
      <Form.Item name="on" label="自哪天起撤销" rules={[{ required: true, message: '请选择日期' }]}>
        <DayInput />
      </Form.Item>
      <Form.Item
        name="successorId"
        label="并入机构（可不填）"
        extra="合并、更名新设的填接续的机构；它此前各年的名次接续计入“连续末位”。"
      >
        <UnitSelect {...units} />
      </Form.Item>
      <Form.Item name="reason" label="原因或文号" rules={required('请填写原因')}>
        <Input maxLength={100} />
      </Form.Item>
    </FormModal>
  );
}
