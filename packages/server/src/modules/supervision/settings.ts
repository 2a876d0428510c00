import type { supervision } from '@mingji/contract';
import { type EscalationRule, USUAL_ESCALATION } from '@mingji/engine';
import type { Reader } from '../../db/database.ts';

/** What counts until the office sets its own. */
export const USUAL_SETTINGS: supervision.SupervisionSettings = {
  openDays: 3,
  splitDays: 5,
  correctDays: 3,
  warningDays: 3,
  pressAgainHours: 24,
  replyDays: 2,
};

export async function loadSettings(
  reader: Reader,
  bureauId: string,
): Promise<{ readonly settings: supervision.SupervisionSettings; readonly usual: boolean }> {
  const row = await reader
    .selectFrom('supervision_setting')
    .selectAll()
    .where('bureau_id', '=', bureauId)
    .executeTakeFirst();
  if (!row) return { settings: USUAL_SETTINGS, usual: true };
  return {
    settings: {
      openDays: row.open_days,
      splitDays: row.split_days,
      correctDays: row.correct_days,
      warningDays: row.warning_days,
      pressAgainHours: row.press_again_hours,
      replyDays: row.reply_days,
    },
    usual: false,
  };
}

/** The rules by method; under null those of the bureau, which count where a method has none. */
export async function loadRules(
  reader: Reader,
  bureauId: string,
  usual: boolean,
): Promise<ReadonlyMap<string | null, readonly EscalationRule[]>> {
  const rows = await reader
    .selectFrom('escalation_rule')
    .selectAll()
    .where('bureau_id', '=', bureauId)
    .orderBy('sort_order')
    .limit(10_000)
    .execute();
  const byMethod = new Map<string | null, EscalationRule[]>();
  for (const row of rows) {
    const rules = byMethod.get(row.rule_set_id) ?? [];
    rules.push({
      kind: row.matter_kind as EscalationRule['kind'],
      after: row.after as EscalationRule['after'],
      workingDays: row.working_days,
      to: row.to_level as EscalationRule['to'],
    });
    byMethod.set(row.rule_set_id, rules);
  }
  if (usual) byMethod.set(null, [...USUAL_ESCALATION]);
  return byMethod;
}
