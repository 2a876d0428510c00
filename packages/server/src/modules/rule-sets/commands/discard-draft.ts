import type { Received, ruleSets } from '@mingji/contract';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { removeDraft } from '../remove-draft.ts';
import { lockDraft } from '../version-row.ts';

export async function discardDraft(ctx: Ctx, { params, body }: Received<typeof ruleSets.discardDraft>) {
  const { versionId } = params;
  return runCommand(
    ctx,
    { name: 'ruleSet.discard', requestId: body.requestId, content: { versionId } },
    async (tx) => {
      const row = await lockDraft(tx, ctx, versionId, null);
      requireAccess(ctx, 'ruleSet.edit', { unitPath: row.unit_path });
      await removeDraft(tx, row);
      return {
        result: { ok: true as const },
        audit: {
          action: 'ruleSet.discarded',
          subjectKind: 'ruleSet',
          subjectId: row.rule_set_id,
          summary: `废弃考核办法“${row.rule_set_name}”第 ${row.version} 版草稿`,
        },
      };
    },
  );
}
