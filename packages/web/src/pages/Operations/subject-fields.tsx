import { organization } from '@mingji/contract';
import { Form, Input, Select } from 'antd';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useUnitOptions } from '../../components/use-unit-options.ts';

export interface SubjectValues {
  readonly unitIds?: string[];
  readonly sequenceCodes?: string[];
  readonly pasted?: string;
}

export function subjectsOf({ unitIds = [], sequenceCodes = [], pasted = '' }: SubjectValues) {
  return { unitIds, sequenceCodes, pasted };
}

/** Three ways to say who takes part; they add up. */
export function SubjectFields({ year }: { readonly year: number }) {
  const units = useUnitOptions();
  const sequences = useEndpoint(organization.listSequences, { query: { year } });
  return (
    <>
      <Form.Item name="sequenceCodes" label="按排名序列" extra="单位序列取其中的单位，民警序列取其中的民警。">
        <Select
          mode="multiple"
          allowClear
          placeholder="不选"
          showSearch={{ optionFilterProp: 'label' }}
          options={(sequences.data?.sequences ?? []).map((one) => ({ value: one.code, label: one.name }))}
        />
      </Form.Item>
      <Form.Item name="unitIds" label="按单位">
        <Select
          mode="multiple"
          allowClear
          placeholder="不选"
          loading={units.loading}
          showSearch={{ optionFilterProp: 'label' }}
          options={units.options.map(({ value, label, hint }) => ({
            value,
            label: hint ? `${label}（${hint}）` : label,
          }))}
        />
      </Form.Item>
      <Form.Item
        name="pasted"
        label="粘贴名单"
        extra="每行一个，或用顿号、逗号隔开：单位名称、警号、姓名均可；认不出的会逐条指出。"
      >
        <Input.TextArea
          autoSize={{ minRows: 3, maxRows: 10 }}
          maxLength={100_000}
          placeholder="枫桥派出所&#10;901234"
        />
      </Form.Item>
    </>
  );
}
