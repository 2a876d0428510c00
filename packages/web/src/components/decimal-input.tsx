import { App, InputNumber } from 'antd';
import { type CSSProperties, useRef } from 'react';
import { plainNumber, typedNotice } from './typed-number.ts';

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
  const { message } = App.useApp();
  const typed = useRef('');
  const leave = () => {
    const notice = typedNotice(typed.current, {
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
    });
    if (notice) message.warning(notice);
    typed.current = '';
  };
  return (
    <InputNumber<string>
      {...rest}
      stringMode
      parser={(text) => plainNumber(text ?? '')}
      onInput={(text) => {
        typed.current = text;
      }}
      onBlur={leave}
      value={value ?? null}
      onChange={(next) => onChange?.(next === null || next === '' ? null : String(next))}
      {...(min === undefined ? {} : { min })}
      {...(max === undefined ? {} : { max })}
      {...(places === undefined ? {} : { precision: places })}
      {...(measure ? { suffix: measure } : {})}
    />
  );
}
