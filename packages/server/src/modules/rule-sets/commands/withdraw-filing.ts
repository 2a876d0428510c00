import type { Received, ruleSets } from '@mingji/contract';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { nextState, storeState } from '../move-version.ts';
import { presentVersion } from '../present.ts';
import { findVersion, lockVersion } from '../version-row.ts';

/** Back to the draft: before the office above has answered, or after, when the text is to be changed once more. */
export async function withdrawFiling(ctx: Ctx, { params, body }: Received<typeof ruleSets.withdrawFiling>) {
  const { versionId } = params;
  return runCommand(
    ctx,
    { name: 'ruleSet.withdrawFiling', requestId: body.requestId, content: { versionId } },
    async (tx) => {
      const row = await lockVersion(tx, ctx, versionId);
      requireAccess(ctx, 'ruleSet.edit', { unitPath: row.unit_path });
      const state = nextState(row, { action: 'withdraw', filing: { demanded: true } });
      await storeState(tx, ctx, row, state);
      await tx
        .updateTable('rule_set_filing')
        .set({ state: 'withdrawn', decided_by: ctx.actor.accountId, decided_at: ctx.now })
        .where('rule_set_version_id', '=', row.id)
        .where('state', '=', 'pending')
        .execute();
      return {
        result: { version: await presentVersion(tx, ctx, await findVersion(tx, ctx.actor.bureauId, row.id)) },
        audit: {
          action: 'ruleSet.filingWithdrawn',
          subjectKind: 'ruleSet',
          subjectId: row.rule_set_id,
          summary: `撤回考核办法“${row.rule_set_name}”第 ${row.version} 版的备案`,
        },
      };
    },
  );
}
