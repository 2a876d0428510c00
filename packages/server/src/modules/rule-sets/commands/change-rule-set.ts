import type { Received, ruleSets } from '@mingji/contract';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { notFound } from '../../../refusal.ts';
import { getRuleSet } from '../queries/list-rule-sets.ts';

/** Name and sequences of the rule set as a whole; published texts keep the name they were published under. */
export async function changeRuleSet(ctx: Ctx, { params, body }: Received<typeof ruleSets.changeRuleSet>) {
  const { ruleSetId } = params;
  return runCommand(
    ctx,
    { name: 'ruleSet.change', requestId: body.requestId, content: { ruleSetId, ...body } },
    async (tx) => {
      const row = await tx
        .selectFrom('rule_set')
        .innerJoin('unit', 'unit.id', 'rule_set.unit_id')
        .select(['rule_set.name', 'unit.path'])
        .where('rule_set.bureau_id', '=', ctx.actor.bureauId)
        .where('rule_set.id', '=', ruleSetId)
        .forUpdate('rule_set')
        .executeTakeFirst();
      if (!row) throw notFound('考核办法');
      requireAccess(ctx, 'ruleSet.edit', { unitPath: row.path });
      await tx
        .updateTable('rule_set')
        .set({ name: body.name, sequence_codes: body.sequenceCodes })
        .where('id', '=', ruleSetId)
        .execute();
      return {
        result: { ruleSet: await getRuleSet(tx, ctx, ruleSetId) },
        audit: {
          action: 'ruleSet.changed',
          subjectKind: 'ruleSet',
          subjectId: ruleSetId,
          summary: `调整考核办法“${row.name}”的名称与适用序列`,
          detail: { name: body.name, sequenceCodes: body.sequenceCodes },
        },
      };
    },
  );
}
