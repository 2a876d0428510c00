import type { results } from '@mingji/contract';
import { Switch } from 'antd';
import { type ReactNode, useState } from 'react';
import { ExplanationLines } from '../../components/explanation-lines.tsx';
import { Panel } from '../../components/panel.tsx';
import { tellingLines } from './telling-lines.ts';

interface ExplanationPanelProps {
  readonly lines: results.ResultView['lines'];
  readonly entryAction?: ((entryId: string) => ReactNode) | undefined;
}

/** Where every point comes from; lines in which nothing happened wait behind a switch. */
export function ExplanationPanel({ lines, entryAction }: ExplanationPanelProps) {
  const [all, setAll] = useState(false);
  const telling = tellingLines(lines);
  const idle = lines.length - telling.length;
  return (
    <Panel title="得分依据" extra={<IdleSwitch {...{ idle, all }} onChange={setAll} />}>
      <ExplanationLines lines={all ? lines : telling} entryAction={entryAction} />
    </Panel>
  );
}

interface IdleSwitchProps {
  readonly idle: number;
  readonly all: boolean;
  readonly onChange: (all: boolean) => void;
}

export function IdleSwitch({ idle, all, onChange }: IdleSwitchProps) {
  if (idle === 0) return null;
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the switch is the control.
    <label>
      <Switch size="small" checked={all} onChange={onChange} /> 显示未发生的 {idle} 项
    </label>
  );
}
