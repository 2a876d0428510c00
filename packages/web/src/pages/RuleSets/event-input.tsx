import { Form, Select } from 'antd';
import { eventsOf, useDraftContent } from './editor-content.ts';

interface EventInputProps {
  /** The row whose `indicator` says which events there are to choose from. */
  readonly row: readonly (string | number)[];
  readonly value?: never;
  readonly onChange?: (value: unknown) => void;
  readonly id?: string;
}

/** One of the events of the indicator chosen in the same row. */
export function EventInput({ row, ...rest }: EventInputProps) {
  const form = Form.useFormInstance();
  const indicator: unknown = Form.useWatch([...row, 'indicator'], form);
  const content = useDraftContent();
  const options = content === null ? [] : eventsOf(content, indicator);
  const counted = typeof indicator === 'string' && options.length === 0;
  return (
    <Select
      {...rest}
      allowClear
      disabled={indicator === undefined || counted}
      options={options}
      placeholder={counted ? '按数量计，不填' : indicator === undefined ? '先选指标' : '记作哪种情形'}
    />
  );
}
