import type { supervision } from '@mingji/contract';
import {
  ESCALATION_LEVEL_NAMES,
  MATTER_KINDS,
  MATTER_NAMES,
  PRESSED_KINDS,
  pressWorkflow,
} from '@mingji/engine';
import type { StatusMap } from '../../components/status-tag.tsx';

export type Matter = supervision.MatterView;
export type Press = supervision.PressView;

export const matterStates: StatusMap<Matter['state']> = {
  late: { label: '已逾期', look: 'redLine' },
  near: { label: '临近期限', look: 'waiting' },
  waiting: { label: '未到期', look: 'ended' },
};
export const pressStates: StatusMap<Press['state']> = {
  open: { label: pressWorkflow.states.open, look: 'waiting' },
  replied: { label: pressWorkflow.states.replied, look: 'good' },
};
export const kindOptions = MATTER_KINDS.map((kind) => ({ value: kind, label: MATTER_NAMES[kind] }));
export const pressedKindOptions = PRESSED_KINDS.map((kind) => ({ value: kind, label: MATTER_NAMES[kind] }));

/** Who presses in the record: a person, or the rule and to which level. */
export function pressKindText(press: Press): string {
  return press.level === null ? '催办' : `上报${ESCALATION_LEVEL_NAMES[press.level]}`;
}

export function whoText(who: Matter['who']): string {
  return who.kind === 'unit' ? who.name : `${who.name}（${who.unit.name}）`;
}

export function lateText(matter: Matter): string {
  if (matter.state !== 'late') return '—';
  if (matter.workingDaysLate === null) return '已过期限';
  return matter.workingDaysLate === 0 ? '不足 1 个工作日' : `${matter.workingDaysLate} 个工作日`;
}
