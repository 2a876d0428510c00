import type { entries } from '@mingji/contract';
import { Form, Radio, Select } from 'antd';
import { DecimalInput } from '../../components/decimal-input.tsx';

interface FactFieldsProps {
  readonly form: entries.IndicatorFormView;
  /** The reviewer, not the reporter, chooses inside a band. */
  readonly choosesPoints?: boolean;
}

const FEW = 6;

/** The fields of a fact, as the indicator's family asks for them; names as in the request. */
export function FactFields({ form, choosesPoints = false }: FactFieldsProps) {
  const event = Form.useWatch('eventCode') as string | undefined;
  const chosen = form.events.find((each) => each.code === event) ?? form.events[0];
  const options = form.events.map((each) => ({
    value: each.code,
    label: `${each.name}（${each.points} 分）`,
  }));
  return (
    <>
      {form.takes === 'event' && options.length > 1 && (
        <Form.Item name="eventCode" label="情形" rules={[{ required: true, message: '请选择情形' }]}>
          {options.length <= FEW ? (
            <Radio.Group options={options} vertical />
          ) : (
            <Select options={options} showSearch={{ optionFilterProp: 'label' }} placeholder="选择情形" />
          )}
        </Form.Item>
      )}
      {form.takes === 'event' && (
        <Form.Item name="quantity" label="数量" extra="不填按 1 计">
          <DecimalInput min="0" measure={chosen?.unit ?? '次'} placeholder="1" />
        </Form.Item>
      )}
      {(form.takes === 'measure' || form.takes === 'rate') && (
        <Form.Item
          name="quantity"
          label={form.takes === 'rate' ? '完成数' : '完成数量'}
          rules={[{ required: true, message: '请填写完成数量' }]}
        >
          <DecimalInput min="0" measure={form.measureUnit ?? ''} />
        </Form.Item>
      )}
      {form.takes === 'rate' && (
        <Form.Item name="ofQuantity" label="总数" extra="按比率计算的，填写应完成的总数">
          <DecimalInput min="0" measure={form.measureUnit ?? ''} />
        </Form.Item>
      )}
      {form.takes === 'band' && choosesPoints && (
        <Form.Item
          name="chosenPoints"
          label={form.band ? `评分（${form.band.min} 至 ${form.band.max} 分）` : '分值'}
          rules={[{ required: true, message: '请在幅度内评分' }]}
        >
          <DecimalInput measure="分" {...(form.band ? { min: form.band.min, max: form.band.max } : {})} />
        </Form.Item>
      )}
    </>
  );
}
