import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { CSSProperties } from 'react';

interface DayInputProps {
  readonly value?: string | null;
  readonly onChange?: (day: string | null) => void;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly min?: string;
  readonly max?: string;
  readonly id?: string;
  readonly style?: CSSProperties;
}

/** A day, given and taken as YYYY-MM-DD: no time, no zone, and a draft can keep it. */
export function DayInput({ value, onChange, placeholder = '选择日期', min, max, ...rest }: DayInputProps) {
  return (
    <DatePicker
      {...rest}
      value={value ? dayjs(value) : null}
      placeholder={placeholder}
      format="YYYY年M月D日"
      onChange={(picked) => onChange?.(picked ? picked.format('YYYY-MM-DD') : null)}
      {...(min ? { minDate: dayjs(min) } : {})}
      {...(max ? { maxDate: dayjs(max) } : {})}
    />
  );
}
