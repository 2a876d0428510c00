import { randomUUID } from 'node:crypto';
import type { Received, supervision } from '@mingji/contract';
import { ESCALATION_LEVEL_NAMES, type EscalationRule, MATTER_NAMES } from '@mingji/engine';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { notFound, Refusal } from '../../../refusal.ts';
import { findRootUnit } from '../../organization/index.ts';

/** The bureau's days and rules: of the whole bureau, so its own office decides. */
export async function saveSupervisionRules(
  ctx: Ctx,
  { body }: Received<typeof supervision.saveSupervisionRules>,
) {
  return runCommand(
    ctx,
    { name: 'supervision.saveRules', requestId: body.requestId, content: body },
    async (tx) => {
      const { bureauId, accountId } = ctx.actor;
      const root = await findRootUnit(tx, bureauId);
      requireAccess(ctx, 'supervision.manage', { unitPath: root.path });
      const { settings } = body;
      const row = {
        open_days: settings.openDays,
        split_days: settings.splitDays,
        correct_days: settings.correctDays,
        warning_days: settings.warningDays,
        press_again_hours: settings.pressAgainHours,
        reply_days: settings.replyDays,
        changed_by: accountId,
        changed_at: ctx.now,
      };
      await tx
        .insertInto('supervision_setting')
        .values({ bureau_id: bureauId, ...row })
        .onConflict((conflict) => conflict.column('bureau_id').doUpdateSet(row))
        .execute();
      await replaceRules(tx, ctx, null, body.rules);
      return {
        result: { saved: body.rules.length },
        audit: {
          action: 'supervision.rulesSaved',
          subjectKind: 'bureau',
          subjectId: null,
          summary: `设定督办期限与上报规则 ${body.rules.length} 条`,
        },
      };
    },
  );
}

/** A method's own rules; none gives it back to the bureau's. */
export async function saveRuleSetEscalation(
  ctx: Ctx,
  { params, body }: Received<typeof supervision.saveRuleSetEscalation>,
) {
  return runCommand(
    ctx,
    { name: 'supervision.saveRuleSetRules', requestId: body.requestId, content: { params, body } },
    async (tx) => {
      const method = await tx
        .selectFrom('rule_set')
        .innerJoin('unit', 'unit.id', 'rule_set.unit_id')
        .select(['rule_set.id', 'rule_set.name', 'unit.path'])
        .where('rule_set.bureau_id', '=', ctx.actor.bureauId)
        .where('rule_set.id', '=', params.ruleSetId)
        .forUpdate('rule_set')
        .executeTakeFirst();
      if (!method) throw notFound('考核办法');
      requireAccess(ctx, 'supervision.manage', { unitPath: method.path });
      await replaceRules(tx, ctx, method.id, body.rules);
      return {
        result: { saved: body.rules.length },
        audit: {
          action: 'supervision.rulesSaved',
          subjectKind: 'ruleSet',
          subjectId: method.id,
          summary: `设定“${method.name}”的上报督办规则 ${body.rules.length} 条`,
        },
      };
    },
  );
}

async function replaceRules(
  tx: Tx,
  ctx: Ctx,
  ruleSetId: string | null,
  rules: readonly EscalationRule[],
): Promise<void> {
  refuseTwice(rules);
  await tx
    .deleteFrom('escalation_rule')
    .where('bureau_id', '=', ctx.actor.bureauId)
    .where('rule_set_id', ruleSetId === null ? 'is' : '=', ruleSetId)
    .execute();
  if (rules.length === 0) return;
  await tx
    .insertInto('escalation_rule')
    .values(
      rules.map((rule, index) => ({
        id: randomUUID(),
        bureau_id: ctx.actor.bureauId,
        rule_set_id: ruleSetId,
        matter_kind: rule.kind,
        after: rule.after,
        working_days: rule.workingDays,
        to_level: rule.to,
        sort_order: index,
      })),
    )
    .execute();
}

/** A matter goes to a level once, so one rule says when. */
function refuseTwice(rules: readonly EscalationRule[]): void {
  const seen = new Set<string>();
  const problems = rules.flatMap((rule, index) => {
    const key = `${rule.kind} ${rule.to} ${rule.after}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const what = `“${MATTER_NAMES[rule.kind]}”上报“${ESCALATION_LEVEL_NAMES[rule.to]}”`;
    return [{ path: `rules.${index}`, message: `${what}已有一条同样起算的规则，请合并。` }];
  });
  if (problems.length > 0)
    throw new Refusal('refused', '规则有重复，请合并后再保存（全部未保存）。', problems);
}
