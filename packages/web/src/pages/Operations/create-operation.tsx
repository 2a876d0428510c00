import { operations, ruleSets } from '@mingji/contract';
import { useNavigate } from '@tanstack/react-router';
import { Checkbox, Form, Input, Select, Space } from 'antd';
import { useCommand } from '../../api/use-command.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { dayOf } from '../../app/format-time.ts';
import { serverNow } from '../../app/server-clock.ts';
import { useSession } from '../../app/session.tsx';
import { DayInput } from '../../components/day-input.tsx';
import { FormDrawer } from '../../components/form-drawer.tsx';
import { SubjectFields, type SubjectValues, subjectsOf } from './subject-fields.tsx';
import { texts } from './texts.ts';

interface Values extends SubjectValues {
  readonly name: string;
  readonly purpose?: string;
  readonly ruleSetVersionId: string;
  readonly copy?: boolean;
  readonly copyCode?: string;
  readonly copyName?: string;
  readonly copyUnitId?: string;
  readonly from: string;
  readonly to: string;
  readonly submitOn: string;
  readonly reviewOn: string;
  readonly open?: boolean;
}
const must = [{ required: true, message: '请填写' }];
const wide = { width: '100%' };

/** The whole operation in one form; nothing is made unless all of it is sound. */
export function CreateOperation({ onClose }: { readonly onClose: () => void }) {
  const navigate = useNavigate();
  const { bureau } = useSession();
  const year = Number(dayOf(serverNow(), bureau.timeZone).slice(0, 4));
  const create = useCommand(operations.createOperation, {
    invalidates: [operations.listOperations],
    refusals: 'inline',
    doneText: '专项行动已建立',
    onDone: ({ operation }) =>
      void navigate({ to: '/operations/$operationId', params: { operationId: operation.id } }),
  });
  const submit = (values: Values) =>
    create.run({
      body: {
        name: values.name,
        purpose: values.purpose ?? '',
        ruleSetVersionId: values.ruleSetVersionId,
        copy:
          values.copy && values.copyCode && values.copyName && values.copyUnitId
            ? { code: values.copyCode, name: values.copyName, unitId: values.copyUnitId }
            : null,
        from: values.from,
        to: values.to,
        submitOn: values.submitOn,
        reviewOn: values.reviewOn,
        subjects: subjectsOf(values),
        open: values.open ?? true,
      },
    });
  return (
    <FormDrawer<Values>
      open
      title={texts.create}
      width={680}
      onClose={onClose}
      command={create}
      submitText="建立"
      draftKey="operation.create"
      initialValues={{ open: true }}
      onSubmit={submit}
    >
      <Form.Item name="name" label="名称" rules={must}>
        <Input maxLength={40} placeholder="夏季治安打击整治行动" />
      </Form.Item>
      <Form.Item name="purpose" label="目的和要求">
        <Input.TextArea maxLength={2000} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <MethodFields />
      <Space wrap align="start">
        <DayField name="from" label="开始" />
        <DayField name="to" label="结束" />
        <DayField name="submitOn" label="填报截止（24:00）" />
        <DayField name="reviewOn" label="审核截止" />
      </Space>
      <SubjectFields year={year} />
      <Form.Item name="open" valuePropName="checked">
        <Checkbox>建立后立即开放填报</Checkbox>
      </Form.Item>
    </FormDrawer>
  );
}

function DayField({ name, label }: { readonly name: string; readonly label: string }) {
  return (
    <Form.Item name={name} label={label} rules={must}>
      <DayInput style={wide} />
    </Form.Item>
  );
}

/** A published method, or a copy of it under one's own name. */
function MethodFields() {
  const form = Form.useFormInstance<Values>();
  const copies = Form.useWatch('copy', form) === true;
  const list = useEndpoint(ruleSets.listRuleSets, { query: { pageSize: 200 } });
  const items = list.data?.items ?? [];
  const versions = items.flatMap((ruleSet) => {
    const version = ruleSet.versions.find((each) => each.state === 'published');
    return version
      ? [{ value: version.id, label: `${ruleSet.name} 第 ${version.version} 版 · ${ruleSet.unit.name}` }]
      : [];
  });
  const units = new Map(
    items.filter((each) => each.abilities.edit).map((each) => [each.unit.id, each.unit.name]),
  );
  return (
    <>
      <Form.Item name="ruleSetVersionId" label="考核办法（已发布的）" rules={must}>
        <Select options={versions} loading={list.isPending} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item name="copy" valuePropName="checked" style={{ marginBottom: 8 }}>
        <Checkbox>复制为本行动自己的办法（原办法以后修改不影响本行动）</Checkbox>
      </Form.Item>
      {copies && (
        <>
          <Form.Item name="copyName" label="办法名称" rules={must}>
            <Input maxLength={100} placeholder="夏季治安打击整治行动考核办法" />
          </Form.Item>
          <Form.Item
            name="copyCode"
            label="办法代码"
            rules={[
              ...must,
              { pattern: /^[a-z0-9][a-z0-9-]{1,60}$/, message: '小写字母、数字和 -，2–61 位' },
            ]}
          >
            <Input maxLength={61} placeholder="summer-2026" />
          </Form.Item>
          <Form.Item name="copyUnitId" label="由哪个单位制定" rules={must}>
            <Select options={[...units].map(([value, label]) => ({ value, label }))} />
          </Form.Item>
        </>
      )}
    </>
  );
}
