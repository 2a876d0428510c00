import { MATTER_NAMES, type PressedKind } from '@mingji/engine';
import type { Waiting } from './urgency.ts';

/** What the workbench needs of a press that waits for an answer. */
export interface OpenPress {
  readonly id: string;
  readonly kind: 'press' | 'escalation';
  readonly matter_kind: PressedKind;
  readonly title: string;
  readonly text: string;
  readonly rule_set_name: string;
  readonly late_unit_name: string;
  readonly late_officer_name: string | null;
  readonly by_name: string;
  readonly reply_by: Date | null;
}

/** As many reports of one kind are one line that opens them all; fewer stand for themselves. */
const MANY = 3;

/** One line a press by a person; what rules report upwards is gathered by kind, lest it bury the rest (P10). */
export function pressLines(presses: readonly OpenPress[]): Waiting[] {
  const gathered = new Map<PressedKind, OpenPress[]>();
  for (const press of presses) {
    if (press.kind !== 'escalation') continue;
    gathered.set(press.matter_kind, [...(gathered.get(press.matter_kind) ?? []), press]);
  }
  const many = [...gathered].filter(([, ofKind]) => ofKind.length >= MANY);
  const inMany = new Set(many.flatMap(([, ofKind]) => ofKind.map(({ id }) => id)));
  return [
    ...many.map(([kind, ofKind]) => gatheredLine(kind, ofKind)),
    ...presses.filter(({ id }) => !inMany.has(id)).map(lineOf),
  ];
}

function gatheredLine(kind: PressedKind, presses: readonly OpenPress[]): Waiting {
  const units = [...new Set(presses.map(({ late_unit_name }) => late_unit_name))];
  const days = presses.flatMap(({ reply_by }) => (reply_by === null ? [] : [reply_by.getTime()]));
  return {
    key: `presses-${kind}`,
    title: `上报督办：${MATTER_NAMES[kind]}`,
    detail: `${units.slice(0, 3).join('、')}${units.length > 3 ? `等 ${units.length} 个单位` : ''} · 请督促办理并说明情况`,
    count: presses.length,
    dueAt: days.length === 0 ? null : new Date(Math.min(...days)),
    address: `/presses?p.state=open&p.pressKind=escalation&p.kind=${kind}`,
  };
}

function lineOf(press: OpenPress): Waiting {
  const escalated = press.kind === 'escalation';
  return {
    key: `press-${press.id}`,
    title: `${escalated ? '上报督办' : '催办'}：${press.title}`,
    detail: escalated
      ? `${press.late_unit_name}${press.late_officer_name ?? ''} · ${press.rule_set_name} · 请督促办理并说明情况`
      : `${press.rule_set_name} · ${press.by_name}：${press.text}`.slice(0, 120),
    dueAt: press.reply_by,
    address: `/presses/${press.id}`,
  };
}
