import { FilterOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useLargeType } from '../app/large-type.ts';
import { messages } from '../app/messages.ts';
import { useIsPhone } from '../app/use-is-phone.ts';
import type { TableState } from '../app/use-table-state.ts';
import { DayInput } from './day-input.tsx';
import styles from './filter-bar.module.css';

export interface FilterOption {
  readonly value: string;
  readonly label: string;
}
/** One condition; `key` is the name of the filter in the table's state and in the address. */
export type FilterField =
  | { readonly kind: 'text'; readonly key: string; readonly label: string; readonly width?: number }
  | {
      readonly kind: 'select';
      readonly key: string;
      readonly label: string;
      readonly options: readonly FilterOption[];
      readonly width?: number;
    }
  | { readonly kind: 'day'; readonly key: string; readonly label: string; readonly width?: number };

interface FilterBarProps {
  readonly state: TableState;
  readonly fields: readonly FilterField[];
}

/** The conditions of a table, in one line; on the phone the first one, the others behind 筛选. */
export function FilterBar({ state, fields }: FilterBarProps) {
  const phone = useIsPhone();
  const [open, setOpen] = useState(false);
  const shown = phone && !open ? fields.slice(0, 1) : fields;
  return (
    <search className={styles.bar}>
      {shown.map((field) => (
        <FilterControl key={field.key} field={field} state={state} />
      ))}
      {phone && fields.length > 1 && (
        <Button icon={<FilterOutlined />} aria-expanded={open} onClick={() => setOpen(!open)}>
          {messages.actions.filter}
        </Button>
      )}
      {state.isFiltered && <Button onClick={state.clearFilters}>{messages.actions.clear}</Button>}
    </search>
  );
}

function FilterControl({ field, state }: { readonly field: FilterField; readonly state: TableState }) {
  const value = state.filters[field.key] ?? '';
  const set = (next: string) => state.setFilters({ [field.key]: next });
  const scale = useLargeType() ? 18 / 14 : 1;
  switch (field.kind) {
    case 'text':
      return (
        <TextFilter label={field.label} value={value} onSet={set} width={(field.width ?? 220) * scale} />
      );
    case 'select':
      return (
        <Select
          aria-label={field.label}
          placeholder={field.label}
          value={value || null}
          options={[...field.options]}
          onChange={(next: string | null) => set(next ?? '')}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          style={{ width: (field.width ?? 150) * scale }}
        />
      );
    case 'day':
      return (
        <DayInput
          placeholder={field.label}
          value={value || null}
          onChange={(next) => set(next ?? '')}
          style={{ width: (field.width ?? 160) * scale }}
        />
      );
  }
}

interface TextFilterProps {
  readonly label: string;
  readonly value: string;
  readonly width: number;
  readonly onSet: (value: string) => void;
}

/** Asked for with Enter, the glass, or on leaving the field: not with every letter. */
function TextFilter({ label, value, width, onSet }: TextFilterProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const ask = () => {
    if (typed.trim() !== value) onSet(typed.trim());
  };
  return (
    <Input
      aria-label={label}
      placeholder={label}
      value={typed}
      maxLength={50}
      allowClear
      style={{ width }}
      suffix={
        <button type="button" className="mj-link" onClick={ask} aria-label={messages.actions.search}>
          <SearchOutlined />
        </button>
      }
      onChange={(event) => {
        setTyped(event.target.value);
        if (event.target.value === '' && value !== '') onSet('');
      }}
      onPressEnter={ask}
      onBlur={ask}
    />
  );
}
