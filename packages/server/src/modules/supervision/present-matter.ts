import type { supervision } from '@mingji/contract';
import type { EscalationLevel, PressState } from '@mingji/engine';
import type { Ctx } from '../../context.ts';
import { dueOf } from './due-day.ts';
import type { MatterRow } from './find-matters.ts';
import { matterAddress, matterTitle } from './matter-words.ts';
import { mayPress } from './press-reach.ts';
import type { SupervisionView } from './supervision-view.ts';

export function presentMatter(ctx: Ctx, view: SupervisionView, row: MatterRow): supervision.MatterView {
  const { dueOn, workingDaysLate } = dueOf(view, row);
  return {
    key: row.key,
    kind: row.kind,
    who: whoOf(row),
    title: matterTitle(row),
    ruleSet: { id: row.rule_set_id, name: row.rule_set_name },
    since: row.since_at.toISOString(),
    dueOn,
    state: row.state,
    workingDaysLate,
    lastPress:
      row.press_id === null
        ? null
        : {
            id: row.press_id,
            at: (row.press_at ?? row.since_at).toISOString(),
            byName: row.press_by ?? '',
            state: row.press_state as PressState,
            level: row.press_level as EscalationLevel | null,
            reply: row.press_reply,
          },
    address: matterAddress(row),
    canPress: mayPress(ctx.actor, row),
  };
}

export function whoOf(row: MatterRow): supervision.MatterView['who'] {
  const unit = { id: row.unit_id, name: row.unit_name };
  if (row.officer_id === null) return { kind: 'unit', id: row.unit_id, name: row.unit_name, unit };
  return { kind: 'officer', id: row.officer_id, name: row.officer_name ?? '', unit };
}
