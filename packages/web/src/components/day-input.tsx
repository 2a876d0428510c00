import { App, DatePicker } from 'antd';
import dayjs from 'dayjs';
import { type CSSProperties, useRef } from 'react';
import { DAY_FORMATS, dayNotice } from './typed-day.ts';

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
  const { message } = App.useApp();
  const typed = useRef('');
  const leave = () => {
    const notice = dayNotice(typed.current, min, max);
    if (notice) message.warning(notice, 6);
    typed.current = '';
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens to what the field inside lets through.
    <span
      style={{ display: 'contents' }}
      onInput={(event) => {
        if (event.target instanceof HTMLInputElement) typed.current = event.target.value;
      }}
      onBlur={leave}
      // Enter takes the day typed; it must not send the form with the day before it.
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        leave();
      }}
    >
      <DatePicker
        {...rest}
        value={value ? dayjs(value) : null}
        placeholder={placeholder}
        format={[...DAY_FORMATS]}
        onChange={(picked) => onChange?.(picked ? picked.format('YYYY-MM-DD') : null)}
        {...(min ? { minDate: dayjs(min) } : {})}
        {...(max ? { maxDate: dayjs(max) } : {})}
      />
    </span>
  );
}
