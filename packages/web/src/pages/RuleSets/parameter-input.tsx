import { Input, InputNumber, Select } from 'antd';
import { DayInput } from '../../components/day-input.tsx';
import { DecimalInput } from '../../components/decimal-input.tsx';
import { useOwnOptions } from './editor-content.ts';
import { EventInput } from './event-input.tsx';
import type { FormField } from './form-fields.ts';

interface ParameterInputProps {
  readonly field: FormField;
  /** The row or form it stands in, from the root of the form. */
  readonly path: readonly (string | number)[];
  readonly value?: never;
  readonly onChange?: (value: unknown) => void;
  readonly id?: string;
}

const flags = [
  { value: true, label: '是' },
  { value: false, label: '否' },
];
const wide = { width: '100%' } as const;

/** `value` and `onChange` come from the form item around it. */
export function ParameterInput({ field, path, ...rest }: ParameterInputProps) {
  const own = useOwnOptions(field.kind);
  const placeholder = field.hint ? { placeholder: field.hint } : {};
  switch (field.kind) {
    case 'decimal':
      return <DecimalInput {...rest} {...placeholder} style={wide} />;
    case 'count':
      return <InputNumber {...rest} {...placeholder} min={0} precision={0} style={wide} />;
    case 'day':
      return <DayInput {...rest} style={wide} />;
    case 'decimals':
      return <PlacesInput {...rest} {...placeholder} />;
    case 'flag':
      return <Select {...rest} allowClear options={flags} placeholder={field.hint ?? '默认'} />;
    case 'choices':
      return (
        <Select
          {...rest}
          mode="multiple"
          options={[...(field.options ?? [])]}
          placeholder={field.hint ?? '默认'}
        />
      );
    case 'tags':
      return <Select {...rest} mode="tags" open={false} suffixIcon={null} {...placeholder} />;
    case 'event':
      return <EventInput {...rest} row={path} />;
    case 'role':
      // While the method names no roles, the words of the paper stand for themselves.
      if (own.length === 0) return <Input {...rest} {...placeholder} maxLength={200} />;
      return <Select {...rest} options={own} {...placeholder} />;
    case 'choice':
    case 'clause':
    case 'item':
    case 'indicator':
    case 'grade':
      return (
        <Select
          {...rest}
          allowClear={!field.required}
          showSearch={field.kind === 'choice' ? false : { optionFilterProp: 'label' }}
          popupMatchSelectWidth={field.kind === 'clause' ? 420 : true}
          options={field.options ? [...field.options] : own}
          placeholder={field.hint ?? (field.kind === 'choice' ? '默认' : '未指定')}
        />
      );
    default:
      return <Input {...rest} {...placeholder} maxLength={200} />;
  }
}

interface PlacesInputProps {
  readonly value?: readonly string[];
  readonly onChange?: (value: string[]) => void;
  readonly placeholder?: string;
  readonly id?: string;
}

/** Several numbers in one line, parted by blanks or commas. */
export function PlacesInput({ value, onChange, ...rest }: PlacesInputProps) {
  return (
    <Input
      {...rest}
      defaultValue={(value ?? []).join(' ')}
      onChange={(event) => onChange?.(event.target.value.split(/[\s,，、]+/).filter(Boolean))}
    />
  );
}
