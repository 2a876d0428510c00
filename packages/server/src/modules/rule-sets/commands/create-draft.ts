import type { Received, ruleSets } from '@mingji/contract';
import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { notFound, Refusal } from '../../../refusal.ts';
import { presentVersion } from '../present.ts';
import { parseContent } from '../published-rule-set.ts';
import { saveDraftContent } from '../save-draft-content.ts';
import { findVersion } from '../version-row.ts';

/** N8: the next version begins where the last one stands. */
export async function createDraft(ctx: Ctx, { params, body }: Received<typeof ruleSets.createDraft>) {
  const { ruleSetId } = params;
  return runCommand(
    ctx,
    { name: 'ruleSet.createDraft', requestId: body.requestId, content: { ruleSetId } },
    async (tx) => {
      const ruleSet = await tx
        .selectFrom('rule_set')
        .select(['id', 'code', 'name', 'unit_id'])
        .where('bureau_id', '=', ctx.actor.bureauId)
        .where('id', '=', ruleSetId)
        .executeTakeFirst();
      if (!ruleSet) throw notFound('考核办法');
      const newest = await tx
        .selectFrom('rule_set_version')
        .select('content')
        .where('rule_set_id', '=', ruleSetId)
        .where('state', '=', 'published')
        .orderBy('version', 'desc')
        .executeTakeFirst();
      if (!newest) throw new Refusal('conflict', `办法“${ruleSet.name}”还没有发布过，请直接修改现有草稿。`);
      const saved = await saveDraftContent(tx, ctx, {
        ruleSetId,
        code: ruleSet.code,
        name: ruleSet.name,
        unitId: ruleSet.unit_id,
        content: parseContent(newest.content),
        importBatchId: null,
      });
      const row = await findVersion(tx, ctx.actor.bureauId, saved.versionId);
      return {
        result: { version: await presentVersion(tx, ctx, row) },
        audit: {
          action: 'ruleSet.drafted',
          subjectKind: 'ruleSet',
          subjectId: ruleSetId,
          summary: `起草考核办法“${ruleSet.name}”第 ${row.version} 版`,
        },
      };
    },
  );
}
