import { FAMILY_NAMES, type FamilyName } from '@mingji/engine';
import { AutoComplete, Collapse, Form, Input, Select } from 'antd';
import { useUnitOptions } from '../../components/use-unit-options.ts';
import styles from './editor.module.css';
import { indicatorLimits, indicatorRare, multiplierForm } from './indicator-fields.ts';
import type { IndicatorValues } from './indicator-values.ts';
import { ParameterFields, ParameterItem } from './parameter-fields.tsx';
import { ScoringFields } from './scoring-fields.tsx';

const familyOptions = Object.entries(FAMILY_NAMES).map(([value, label]) => ({ value, label }));

/** The right half: the typed rule, its family and parameters. */
export function RuleFields({ owners }: { readonly owners: readonly string[] }) {
  const form = Form.useFormInstance<IndicatorValues>();
  const family = Form.useWatch(['scoring', 'family'], form) as FamilyName | undefined;
  const units = useUnitOptions();
  // First the departments that this method names already, then every unit of the bureau.
  const names = [...new Set([...owners, ...units.options.map((unit) => unit.label)])];
  return (
    <div>
      <div className={styles.fields}>
        <Form.Item
          name="name"
          label="指标名称"
          rules={[{ required: true, whitespace: true, message: '请填写指标名称' }]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="owner" label="归口部门" rules={[{ required: true, message: '请填写归口部门' }]}>
          <AutoComplete
            options={names.map((value) => ({ value }))}
            showSearch={{ filterOption: (text, option) => option?.value.includes(text) ?? false }}
            placeholder="机构中的单位名称或别名"
          />
        </Form.Item>
        <Form.Item name={['scoring', 'family']} label="计分方式" rules={[{ required: true }]}>
          <Select
            options={familyOptions}
            showSearch={{ optionFilterProp: 'label' }}
            // Parameters of one family mean nothing in another.
            onChange={(next: FamilyName) => form.setFieldValue('scoring', { family: next })}
          />
        </Form.Item>
        {indicatorLimits.map((field) => (
          <ParameterItem key={field.name.join('.')} field={field} at={[]} path={[]} />
        ))}
        <Form.Item name="evidence" label="须附的证明材料">
          <Input maxLength={500} />
        </Form.Item>
      </div>
      {family && <ScoringFields family={family} />}
      <RareFields />
    </div>
  );
}

function RareFields() {
  const children = (
    <>
      <div className={styles.fields}>
        {indicatorRare.map((field) => (
          <ParameterItem key={field.name.join('.')} field={field} at={[]} path={[]} />
        ))}
      </div>
      <ParameterFields form={multiplierForm} path={[]} />
    </>
  );
  // Fields that are not mounted lose what is typed in them.
  const item = { key: 'more', label: '适用对象、系数与封底', forceRender: true, children };
  return <Collapse size="small" items={[item]} />;
}
