import type { results } from '@mingji/contract';
import { useState } from 'react';
import { ExplanationLines } from '../../components/explanation-lines.tsx';
import { IdleSwitch } from '../../components/idle-switch.tsx';
import { Panel } from '../../components/panel.tsx';
import { tellingLines } from '../../components/telling-lines.ts';

interface ExplanationPanelProps {
  readonly lines: results.ResultView['lines'];
  readonly onEntry: (entryId: string) => void;
}

/** Where every point comes from; lines in which nothing happened wait behind a switch. */
export function ExplanationPanel({ lines, onEntry }: ExplanationPanelProps) {
  const [all, setAll] = useState(false);
  const telling = tellingLines(lines);
  const idle = lines.length - telling.length;
  return (
    <Panel title="得分依据" extra={<IdleSwitch {...{ idle, all }} onChange={setAll} />}>
      <ExplanationLines lines={all ? lines : telling} onEntry={onEntry} />
    </Panel>
  );
}
