import { Switch } from 'antd';

interface IdleSwitchProps {
  /** How many lines wait behind it. */
  readonly idle: number;
  readonly all: boolean;
  readonly onChange: (all: boolean) => void;
}

/** Lines in which nothing happened are facts too (§1), one click away. */
export function IdleSwitch({ idle, all, onChange }: IdleSwitchProps) {
  if (idle === 0) return null;
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the switch is the control.
    <label>
      <Switch size="small" checked={all} onChange={onChange} /> 显示未发生的 {idle} 项
    </label>
  );
}
