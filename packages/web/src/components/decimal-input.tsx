import { InputNumber } from 'antd';
import type { CSSProperties } from 'react';

interface DecimalInputProps {
  readonly value?: string | null;
  readonly onChange?: (value: string | null) => void;
  readonly id?: string;
  readonly min?: string;
  readonly max?: string;
  /** Places behind the point. */
  readonly places?: number;
  /** The measure word after the field: 分, 起, 人次. */
  readonly measure?: string;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  readonly style?: CSSProperties;
}

/** Points and quantities are exact decimals: text in, text out, never a binary float. */
export function DecimalInput({ value, onChange, measure, places, min, max, ...rest }: DecimalInputProps) {
  return (
    <InputNumber<string>
      {...rest}
      stringMode
      value={value ?? null}
      onChange={(next) => onChange?.(next === null || next === '' ? null : String(next))}
      {...(min === undefined ? {} : { min })}
      {...(max === undefined ? {} : { max })}
      {...(places === undefined ? {} : { precision: places })}
      {...(measure ? { suffix: measure } : {})}
    />
  );
}
