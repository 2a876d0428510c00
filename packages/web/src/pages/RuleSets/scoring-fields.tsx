import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { FamilyName } from '@mingji/engine';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { DecimalInput } from '../../components/decimal-input.tsx';
import { FAMILY_FORMS, type FamilyField, type FamilyList } from './family-fields.ts';
import styles from './rule-sets.module.css';

/** The parameters of the chosen family, as fields and lists. */
export function ScoringFields({ family }: { readonly family: FamilyName }) {
  const form = FAMILY_FORMS[family];
  return (
    <>
      <div className={styles.fields}>
        {form.fields.map((field) => (
          <ParameterItem key={`${field.name.join('.')}-${field.when?.is ?? ''}`} field={field} />
        ))}
      </div>
      {form.lists.map((list) => (
        <ParameterList key={list.name} list={list} />
      ))}
    </>
  );
}

function ParameterItem({ field }: { readonly field: FamilyField }) {
  const form = Form.useFormInstance();
  const other = Form.useWatch(['scoring', ...(field.when?.name ?? ['family'])], form);
  if (field.when && other !== field.when.is) return null;
  return (
    <Form.Item
      name={['scoring', ...field.name]}
      label={field.label}
      rules={field.required ? [{ required: true, message: `请填写${field.label}` }] : []}
    >
      <ParameterInput field={field} />
    </Form.Item>
  );
}

interface ParameterInputProps {
  readonly field: FamilyField;
  readonly value?: never;
  readonly onChange?: (value: unknown) => void;
  readonly id?: string;
}

/** `value` and `onChange` come from the form item around it. */
function ParameterInput({ field, ...rest }: ParameterInputProps) {
  const placeholder = field.hint ? { placeholder: field.hint } : {};
  switch (field.kind) {
    case 'decimal':
      return <DecimalInput {...rest} {...placeholder} style={{ width: '100%' }} />;
    case 'count':
      return <InputNumber {...rest} {...placeholder} min={0} precision={0} style={{ width: '100%' }} />;
    case 'choice':
      return (
        <Select
          {...rest}
          allowClear={!field.required}
          options={[...(field.options ?? [])]}
          placeholder="默认"
        />
      );
    case 'decimals':
      return <PlacesInput {...rest} {...placeholder} />;
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
function PlacesInput({ value, onChange, ...rest }: PlacesInputProps) {
  return (
    <Input
      {...rest}
      defaultValue={(value ?? []).join(' ')}
      onChange={(event) => onChange?.(event.target.value.split(/[\s,，、]+/).filter(Boolean))}
    />
  );
}

function cellClass(column: FamilyField, place: number): string {
  return (place === 0 && column.kind === 'text' ? styles.wide : styles.cell) ?? '';
}

function ParameterList({ list }: { readonly list: FamilyList }) {
  return (
    <Form.List name={['scoring', list.name]}>
      {(rows, { add, remove }) => (
        <fieldset className={styles.list}>
          <legend>{list.label}</legend>
          {rows.length > 0 && (
            <div className={styles.rowHead} aria-hidden>
              {list.columns.map((column, place) => (
                <span key={column.name.join('.')} className={cellClass(column, place)}>
                  {column.label}
                </span>
              ))}
            </div>
          )}
          {rows.map((row, index) => (
            <div key={row.key} className={styles.row}>
              <span className="mj-quiet">{index + 1}</span>
              {list.columns.map((column, place) => (
                <Form.Item
                  key={column.name.join('.')}
                  name={[row.name, ...column.name]}
                  className={cellClass(column, place)}
                  rules={column.required ? [{ required: true, message: `请填写${column.label}` }] : []}
                >
                  <ParameterInput field={{ ...column, hint: column.hint ?? column.label }} />
                </Form.Item>
              ))}
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={`删除第 ${index + 1} 行`}
                onClick={() => remove(row.name)}
              />
            </div>
          ))}
          <Button type="dashed" icon={<PlusOutlined />} onClick={() => add({})}>
            {list.add}
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}
