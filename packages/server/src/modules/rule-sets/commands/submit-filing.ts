import type { Received, ruleSets } from '@mingji/contract';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { Refusal } from '../../../refusal.ts';
import { contentHash } from '../content-hash.ts';
import { filingDemand } from '../filing-demand.ts';
import { nextState, storeState } from '../move-version.ts';
import { presentVersion } from '../present.ts';
import { parseContent } from '../published-rule-set.ts';
import { refuseUnsettled } from '../refuse-unsettled.ts';
import { normalized } from '../save-draft-content.ts';
import { findVersion, lockVersion, refuseStale } from '../version-row.ts';

/** Q6, §16: the text as it stands goes to the level above, under the name and number it will be published with. */
export async function submitFiling(ctx: Ctx, { params, body }: Received<typeof ruleSets.submitFiling>) {
  const { versionId } = params;
  return runCommand(
    ctx,
    { name: 'ruleSet.submitFiling', requestId: body.requestId, content: { versionId, ...body } },
    async (tx) => {
      const row = await lockVersion(tx, ctx, versionId);
      requireAccess(ctx, 'ruleSet.edit', { unitPath: row.unit_path });
      const owner = { code: row.rule_set_code, name: row.rule_set_name };
      const content = normalized(parseContent(row.content), owner, row.version);
      const demand = await filingDemand(tx, ctx.actor.bureauId, row.unit_id, content);
      const state = nextState(row, { action: 'submit', filing: demand });
      refuseStale(row, body.expectedUpdatedAt);
      await refuseUnsettled(tx, ctx, row, content);
      if (demand.receiver === null) throw new Refusal('refused', '制定单位没有上一级单位，无须备案。');
      await storeState(tx, ctx, row, state, JSON.stringify(content));
      await tx
        .insertInto('rule_set_filing')
        .values({
          id: crypto.randomUUID(),
          bureau_id: ctx.actor.bureauId,
          rule_set_version_id: row.id,
          receiver_unit_id: demand.receiver.id,
          content_hash: contentHash(ctx.deps.crypto, content),
          note: body.note,
          submitted_by: ctx.actor.accountId,
          submitted_at: ctx.now,
        })
        .execute();
      return {
        result: { version: await presentVersion(tx, ctx, await findVersion(tx, ctx.actor.bureauId, row.id)) },
        audit: {
          action: 'ruleSet.filingSubmitted',
          subjectKind: 'ruleSet',
          subjectId: row.rule_set_id,
          summary: `考核办法“${row.rule_set_name}”第 ${row.version} 版报 ${demand.receiver.name} 备案`,
          detail: { note: body.note },
        },
      };
    },
  );
}
