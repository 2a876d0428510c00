import { organization } from '@mingji/contract';
import { Form, Input, Select } from 'antd';
import { useCommand } from '../../api/use-command.ts';
import { DayInput } from '../../components/day-input.tsx';
import { FormDrawer } from '../../components/form-drawer.tsx';
import { FormModal } from '../../components/form-modal.tsx';
import { UnitSelect } from '../../components/unit-select.tsx';
import { useUnitOptions } from '../../components/use-unit-options.ts';
import {
  PersonalFields,
  type PersonalValues,
  personalBody,
  ServiceFields,
  type ServiceValues,
  serviceBody,
} from './officer-fields.tsx';

type Officer = organization.OfficerView;
const options = {
  invalidates: [organization.listOfficers, organization.getOfficer, organization.listUnits],
  refusals: 'inline',
} as const;
const dayRequired = (message: string) => [{ required: true, message }];

export function OfficerForm({
  unit,
  onClose,
}: {
  readonly unit: organization.UnitView;
  readonly onClose: () => void;
}) {
  const create = useCommand(organization.createOfficer, options);
  const units = useUnitOptions();
  const submit = (values: PersonalValues & ServiceValues & { readonly unitId: string }) =>
    create.run({
      body: {
        ...personalBody(values),
        ...serviceBody(values),
        idNo: values.idNo?.trim().toUpperCase() || null,
        unitId: values.unitId,
      },
    });
  return (
    <FormDrawer<PersonalValues & ServiceValues & { unitId: string }>
      open
      width={640}
      title="新增人员"
      command={create}
      onClose={onClose}
      onSubmit={submit}
      draftKey="officer.create"
      initialValues={{ unitId: unit.id, category: 'officer', status: 'normal', position: '民警' }}
    >
      <PersonalFields idNoExtra="只以密文保存，页面上只显示首尾。" />
      <Form.Item name="unitId" label="单位" rules={dayRequired('请选择单位')}>
        <UnitSelect {...units} allowClear={false} />
      </Form.Item>
      <ServiceFields fromLabel="任职起始日期" />
    </FormDrawer>
  );
}

export function ChangeOfficerForm({
  officer,
  onClose,
}: {
  readonly officer: Officer;
  readonly onClose: () => void;
}) {
  const change = useCommand(organization.changeOfficer, options);
  const submit = (values: PersonalValues) => {
    const idNo = values.idNo?.trim().toUpperCase();
    return change.run({
      params: { officerId: officer.id },
      body: { ...personalBody(values), ...(idNo ? { idNo } : {}) },
    });
  };
  const { policeNo, name, sex, birth, joined, category, politics, jobRank, insignia } = officer;
  return (
    <FormDrawer<PersonalValues>
      open
      width={640}
      title={`更正信息：${officer.name}`}
      command={change}
      onClose={onClose}
      onSubmit={submit}
      initialValues={{ policeNo, name, sex, birth, joined, category, politics, jobRank, insignia }}
    >
      <PersonalFields idNoExtra={`现登记为 ${officer.idNoMasked ?? '无'}；不填即不变。`} />
    </FormDrawer>
  );
}

interface ServiceFormValues extends ServiceValues {
  readonly unitId?: string;
  readonly reason?: string;
}
interface ServiceFormProps {
  readonly officer: Officer;
  /** Set: this service is corrected; else a new one begins. */
  readonly service: organization.MembershipView | null;
  readonly onClose: () => void;
}

export function ServiceForm({ officer, service, onClose }: ServiceFormProps) {
  const transfer = useCommand(organization.transferOfficer, options);
  const correct = useCommand(organization.correctMembership, options);
  const units = useUnitOptions();
  const submit = ({ unitId, reason, ...values }: ServiceFormValues) =>
    service
      ? correct.run({
          params: { officerId: officer.id, membershipId: service.id },
          body: { ...serviceBody(values), reason: reason ?? '' },
        })
      : transfer.run({
          params: { officerId: officer.id },
          body: { ...serviceBody(values), unitId: unitId ?? '' },
        });
  return (
    <FormDrawer<ServiceFormValues>
      open
      title={service ? `更正任职记录：${officer.name}` : `调动或变更：${officer.name}`}
      command={service ? correct : transfer}
      onClose={onClose}
      onSubmit={submit}
      initialValues={
        service
          ? {
              position: service.position,
              post: service.post,
              status: service.status,
              statusNote: service.statusNote,
              from: service.from,
            }
          : {
              ...(officer.unit ? { unitId: officer.unit.id } : {}),
              position: officer.position ?? '民警',
              post: officer.post,
              status: officer.status ?? 'normal',
            }
      }
    >
      {service ? (
        <p style={{ marginTop: 0 }}>
          用于登记有误的更正，以往经历不变。单位、职务或状态确有变动的，请用“调动或变更”。
        </p>
      ) : (
        <>
          <p style={{ marginTop: 0 }}>
            从起始日期起按新的单位、职务和状态；原任职到前一天为止，以往考核不受影响。
          </p>
          <Form.Item name="unitId" label="单位" rules={dayRequired('请选择单位')}>
            <UnitSelect {...units} allowClear={false} />
          </Form.Item>
        </>
      )}
      <ServiceFields fromLabel="起始日期" />
      {service && (
        <Form.Item
          name="reason"
          label="更正原因"
          rules={[{ required: true, whitespace: true, message: '请填写更正原因' }]}
        >
          <Input maxLength={100} />
        </Form.Item>
      )}
    </FormDrawer>
  );
}

interface DepartureValues {
  readonly on: string;
  readonly reason: string;
}

export function DepartureForm({
  officer,
  onClose,
}: {
  readonly officer: Officer;
  readonly onClose: () => void;
}) {
  const depart = useCommand(organization.recordDeparture, options);
  return (
    <FormModal<DepartureValues>
      open
      title={`登记离开：${officer.name}`}
      submitText="登记"
      command={depart}
      onClose={onClose}
      onSubmit={(values) => depart.run({ params: { officerId: officer.id }, body: values })}
    >
      <p style={{ marginTop: 0 }}>
        退休、辞职、调出本局的登记。离开之后不再列入考核，也不计入任何基数；以往记录保留。
      </p>
      <Form.Item name="on" label="在职最后一天" rules={dayRequired('请选择日期')}>
        <DayInput />
      </Form.Item>
      <Form.Item name="reason" label="去向" rules={dayRequired('请选择去向')}>
        <Select
          options={['退休', '调出', '辞职', '辞退', '其他'].map((value) => ({ value, label: value }))}
        />
      </Form.Item>
    </FormModal>
  );
}
