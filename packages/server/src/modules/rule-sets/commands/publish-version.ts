import type { Received, ruleSets } from '@mingji/contract';
import type { RuleSet } from '@mingji/engine';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { Refusal } from '../../../refusal.ts';
import { contentHash } from '../content-hash.ts';
import { filingDemand } from '../filing-demand.ts';
import { nextState } from '../move-version.ts';
import { presentVersion } from '../present.ts';
import { parseContent } from '../published-rule-set.ts';
import { refuseUnsettled } from '../refuse-unsettled.ts';
import { normalized } from '../save-draft-content.ts';
import { findVersion, lockVersion, nextUpdatedAt, refuseStale, type VersionRow } from '../version-row.ts';

/** From here on the version never changes (§16): its hash is taken over the canonical form. */
export async function publishVersion(ctx: Ctx, { params, body }: Received<typeof ruleSets.publishVersion>) {
  const { versionId } = params;
  return runCommand(
    ctx,
    { name: 'ruleSet.publish', requestId: body.requestId, content: { versionId, ...body } },
    async (tx) => {
      const row = await lockVersion(tx, ctx, versionId);
      requireAccess(ctx, 'ruleSet.publish', { unitPath: row.unit_path });
      const content = textOf(row);
      const filing = await filingDemand(tx, ctx.actor.bureauId, row.unit_id, content);
      nextState(row, { action: 'publish', filing });
      refuseStale(row, body.expectedUpdatedAt);
      await refuseUnsettled(tx, ctx, row, content);
      await refuseEarlierDate(tx, row, body.effectiveOn);
      await tx
        .updateTable('rule_set_version')
        .set({
          state: 'published',
          ...(row.state === 'draft' ? { content: JSON.stringify(content) } : {}),
          content_hash: contentHash(ctx.deps.crypto, content),
          effective_on: body.effectiveOn,
          published_by: ctx.actor.accountId,
          published_at: ctx.now,
          updated_at: nextUpdatedAt(ctx, row),
        })
        .where('id', '=', versionId)
        .where('state', '=', row.state)
        .execute();
      const saved = await findVersion(tx, ctx.actor.bureauId, versionId);
      return {
        result: { version: await presentVersion(tx, ctx, saved) },
        audit: {
          action: 'ruleSet.published',
          subjectKind: 'ruleSet',
          subjectId: row.rule_set_id,
          summary: `发布考核办法“${row.rule_set_name}”第 ${row.version} 版，自 ${body.effectiveOn} 起施行`,
          detail: { contentHash: saved.content_hash?.toString('hex') ?? null },
        },
      };
    },
  );
}

/** What was filed is published as it was filed; a draft takes the name and number it is published under. */
function textOf(row: VersionRow): RuleSet {
  const content = parseContent(row.content);
  if (row.state !== 'draft') return content;
  return normalized(content, { code: row.rule_set_code, name: row.rule_set_name }, row.version);
}

/** Versions follow each other in time: a later number may not take effect before an earlier one. */
async function refuseEarlierDate(tx: Tx, row: VersionRow, effectiveOn: string): Promise<void> {
  const before = await tx
    .selectFrom('rule_set_version')
    .select(['version', 'effective_on'])
    .where('rule_set_id', '=', row.rule_set_id)
    .where('state', '=', 'published')
    .orderBy('version', 'desc')
    .executeTakeFirst();
  if (before?.effective_on && effectiveOn < before.effective_on) {
    throw new Refusal(
      'refused',
      `第 ${before.version} 版自 ${before.effective_on} 起施行，新版本的施行日期不能早于它。请改选日期。`,
    );
  }
}
