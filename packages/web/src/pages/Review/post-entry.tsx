import { entries } from '@mingji/contract';
import { Form, Input, Radio, Select } from 'antd';
import { useCommand } from '../../api/use-command.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { dayOf } from '../../app/format-time.ts';
import { serverNow } from '../../app/server-clock.ts';
import { useSession } from '../../app/session.tsx';
import { DayInput } from '../../components/day-input.tsx';
import type { ShownFile } from '../../components/file-list.tsx';
import { FileUpload } from '../../components/file-upload.tsx';
import { FormDrawer } from '../../components/form-drawer.tsx';
import { OfficerSelect } from '../../components/officer-select.tsx';
import { UnitSelect } from '../../components/unit-select.tsx';
import { useOfficerOptions } from '../../components/use-officer-options.ts';
import { useUnitOptions } from '../../components/use-unit-options.ts';
import { FactFields } from '../Report/fact-fields.tsx';

interface Values {
  readonly periodId: string;
  readonly indicatorCode: string;
  readonly subjectKind: 'unit' | 'officer';
  readonly subjectId: string;
  readonly eventCode?: string;
  readonly quantity?: string | null;
  readonly ofQuantity?: string | null;
  readonly chosenPoints?: string | null;
  readonly occurredOn: string;
  readonly matterKey?: string;
  readonly reason: string;
  readonly files?: readonly ShownFile[];
}

/** Books an addition or deduction of the department's own finding (P13): whom, what, why, on which evidence. */
export function PostEntry({ onClose }: { readonly onClose: () => void }) {
  const post = useCommand(entries.postEntry, {
    invalidates: [entries.listEntries],
    refusals: 'inline',
    doneText: '已登记，当事人可以看到',
  });
  const submit = ({
    files = [],
    eventCode,
    quantity,
    ofQuantity,
    chosenPoints,
    matterKey,
    ...rest
  }: Values) =>
    post.run({
      body: {
        ...rest,
        ...(eventCode ? { eventCode } : {}),
        ...(quantity ? { quantity } : {}),
        ...(ofQuantity ? { ofQuantity } : {}),
        ...(chosenPoints ? { chosenPoints } : {}),
        ...(matterKey?.trim() ? { matterKey: matterKey.trim() } : {}),
        fileIds: files.map((file) => file.id),
      },
    });
  return (
    <FormDrawer<Values>
      open
      title="登记加减分"
      onClose={onClose}
      command={post}
      submitText="登记"
      draftKey="entry.post"
      initialValues={{ subjectKind: 'officer' }}
      onSubmit={submit}
    >
      <PostingFields />
    </FormDrawer>
  );
}

function PostingFields() {
  const form = Form.useFormInstance<Values>();
  const { bureau } = useSession();
  const offered = useEndpoint(entries.getPostingForm, {});
  const periodId = Form.useWatch('periodId', form);
  const code = Form.useWatch('indicatorCode', form);
  const kind = Form.useWatch('subjectKind', form);
  const officers = useOfficerOptions();
  const units = useUnitOptions();
  const periods = offered.data?.periods ?? [];
  const period = periods.find((each) => each.id === periodId);
  const indicator = period?.indicators.find((each) => each.code === code);
  return (
    <>
      <Form.Item name="periodId" label="周期" rules={[{ required: true, message: '请选择周期' }]}>
        <Select
          loading={offered.isPending}
          placeholder="选择周期"
          options={periods.map((each) => ({ value: each.id, label: `${each.label} · ${each.ruleSetName}` }))}
        />
      </Form.Item>
      <Form.Item
        name="indicatorCode"
        label="指标"
        extra={indicator?.clause}
        rules={[{ required: true, message: '请选择指标' }]}
      >
        <Select
          disabled={!period}
          placeholder="选择本部门归口的指标"
          showSearch={{ optionFilterProp: 'label' }}
          options={(period?.indicators ?? []).map((each) => ({
            value: each.code,
            label: `${each.itemName} / ${each.name}`,
          }))}
        />
      </Form.Item>
      <Form.Item name="subjectKind" label="对象">
        <Radio.Group
          options={[
            { value: 'officer', label: '个人' },
            { value: 'unit', label: '单位' },
          ]}
          onChange={() => form.setFieldsValue({ subjectId: undefined as never })}
        />
      </Form.Item>
      <Form.Item name="subjectId" rules={[{ required: true, message: '请选择对象' }]}>
        {kind === 'unit' ? <UnitSelect {...units} /> : <OfficerSelect {...officers} />}
      </Form.Item>
      {indicator && <FactFields form={indicator.form} choosesPoints />}
      <Form.Item name="occurredOn" label="发生日期" rules={[{ required: true, message: '请选择日期' }]}>
        <DayInput max={dayOf(serverNow(), bureau.timeZone)} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item
        name="reason"
        label="理由"
        rules={[{ required: true, whitespace: true, message: '请写明事由，当事人可以看到' }]}
      >
        <Input.TextArea maxLength={500} showCount autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <Form.Item name="files" label="证据">
        <FileUpload />
      </Form.Item>
      <Form.Item
        name="matterKey"
        label="事项编号"
        extra="同一事项的多条记录填写同一编号，只按最高的一次计分。"
      >
        <Input maxLength={60} />
      </Form.Item>
    </>
  );
}
