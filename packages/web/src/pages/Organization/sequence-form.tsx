import { DeleteOutlined } from '@ant-design/icons';
import { organization } from '@mingji/contract';
import { Button, Checkbox, Form, Input, Radio, Select } from 'antd';
import { useCommand } from '../../api/use-command.ts';
import { FormDrawer } from '../../components/form-drawer.tsx';
import { useUnitOptions } from '../../components/use-unit-options.ts';
import styles from './organization.module.css';

interface Member {
  readonly unitId: string;
  readonly groupCode?: string;
  readonly exempt?: boolean;
}
interface Values {
  readonly code?: string;
  readonly name: string;
  readonly subjectKind: 'unit' | 'officer';
  readonly members?: readonly Member[];
}
interface SequenceFormProps {
  readonly year: number;
  readonly sequence: organization.SequenceView | null;
  readonly onClose: () => void;
}

export function SequenceForm({ year, sequence, onClose }: SequenceFormProps) {
  const options = { invalidates: [organization.listSequences], refusals: 'inline' } as const;
  const create = useCommand(organization.createSequence, options);
  const change = useCommand(organization.changeSequence, options);
  const submit = ({ code, name, subjectKind, members = [] }: Values) => {
    const content = {
      name,
      subjectKind,
      sortOrder: sequence?.sortOrder ?? 0,
      members: members.map((member) => ({
        unitId: member.unitId,
        groupCode: member.groupCode ?? '',
        exempt: member.exempt ?? false,
      })),
    };
    return sequence
      ? change.run({ params: { sequenceId: sequence.id }, body: content })
      : create.run({ body: { year, code: code ?? '', ...content } });
  };
  return (
    <FormDrawer<Values>
      open
      width={680}
      title={sequence ? `调整序列：${sequence.name}` : `新建 ${year} 年排名序列`}
      command={sequence ? change : create}
      onClose={onClose}
      onSubmit={submit}
      initialValues={
        sequence
          ? {
              name: sequence.name,
              subjectKind: sequence.subjectKind,
              members: sequence.members.map(({ unit, groupCode, exempt }) => ({
                unitId: unit.id,
                groupCode,
                exempt,
              })),
            }
          : { subjectKind: 'unit', members: [] }
      }
    >
      {!sequence && (
        <Form.Item
          name="code"
          label="代码"
          extra="小写字母、数字和 -，同一年度内不重复。"
          rules={[{ required: true, message: '请填写代码' }]}
        >
          <Input maxLength={40} autoFocus />
        </Form.Item>
      )}
      <Form.Item
        name="name"
        label="名称"
        rules={[{ required: true, whitespace: true, message: '请填写名称' }]}
      >
        <Input maxLength={100} placeholder="派出所第一序列" />
      </Form.Item>
      <Form.Item name="subjectKind" label="排名对象">
        <Radio.Group
          options={[
            { value: 'unit', label: '单位' },
            { value: 'officer', label: '人员' },
          ]}
        />
      </Form.Item>
      <Members />
    </FormDrawer>
  );
}

function Members() {
  const form = Form.useFormInstance<Values>();
  const { options } = useUnitOptions();
  const members = Form.useWatch('members', form) ?? [];
  const taken = new Set(members.map((member) => member?.unitId));
  const names = new Map(options.map((option) => [option.value, option.label]));
  return (
    <Form.List name="members">
      {(rows, { add, remove }) => (
        <Form.Item label={`成员机构（${rows.length} 个）`}>
          <Select
            mode="multiple"
            value={[]}
            placeholder="查找并加入机构"
            style={{ width: '100%', marginBottom: 8 }}
            showSearch={{ optionFilterProp: 'label', autoClearSearchValue: false }}
            options={options
              .filter((option) => !taken.has(option.value))
              .map((option) => ({
                value: option.value,
                label: option.hint ? `${option.label} · ${option.hint}` : option.label,
              }))}
            onChange={(ids: string[]) => {
              for (const unitId of ids) add({ unitId, groupCode: '', exempt: false });
            }}
          />
          {rows.map((row) => (
            <div key={row.key} className={styles.memberRow}>
              <span style={{ lineHeight: '32px' }}>{names.get(members[row.name]?.unitId ?? '') ?? '……'}</span>
              <Form.Item name={[row.name, 'unitId']} hidden noStyle>
                <Input type="hidden" />
              </Form.Item>
              <Form.Item name={[row.name, 'groupCode']} noStyle>
                <Input maxLength={20} placeholder="组别" aria-label="组别" />
              </Form.Item>
              <Form.Item name={[row.name, 'exempt']} valuePropName="checked" noStyle>
                <Checkbox style={{ lineHeight: '32px' }}>免予考核</Checkbox>
              </Form.Item>
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label="移出"
                onClick={() => remove(row.name)}
              />
            </div>
          ))}
        </Form.Item>
      )}
    </Form.List>
  );
}
