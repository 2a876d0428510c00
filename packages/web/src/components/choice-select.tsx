import { Select } from 'antd';
import type { CSSProperties } from 'react';

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Shown quietly behind the name: the unit above, the police number. */
  readonly hint?: string | undefined;
}

export interface ChoiceSelectProps {
  /** Where no form item names it. */
  readonly 'aria-label'?: string;
  readonly options: readonly Choice[];
  readonly value?: string | null;
  readonly onChange?: (value: string | null) => void;
  /** With it the server searches while typing; without it the given options are filtered. */
  readonly onSearch?: (text: string) => void;
  readonly loading?: boolean;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  readonly allowClear?: boolean;
  readonly id?: string;
  readonly style?: CSSProperties;
}

/** One choice out of many, found by typing; the list shows only what is near. */
export function ChoiceSelect({ options, onSearch, allowClear = true, ...props }: ChoiceSelectProps) {
  return (
    <Select<string | null>
      placeholder="输入以查找"
      style={{ width: '100%' }}
      {...props}
      value={props.value ?? null}
      allowClear={allowClear}
      popupMatchSelectWidth={false}
      showSearch={
        onSearch
          ? { filterOption: false, onSearch }
          : { filterOption: (text, option) => (option?.search ?? '').includes(text) }
      }
      options={options.map((option) => ({
        value: option.value,
        search: `${option.label} ${option.hint ?? ''}`,
        label: (
          <>
            {option.label}
            {option.hint && <span className="mj-quiet"> {option.hint}</span>}
          </>
        ),
      }))}
      onChange={(next) => props.onChange?.(next ?? null)}
    />
  );
}
