import type { Received, ruleSets } from '@mingji/contract';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { Refusal } from '../../../refusal.ts';
import { findingsOf } from '../findings.ts';
import { presentVersion } from '../present.ts';
import { parseContent } from '../published-rule-set.ts';
import { upperVersion } from '../upper-version.ts';
import { findVersion, lockDraft, nextUpdatedAt, signOffsOf } from '../version-row.ts';

/** X6: a flagged indicator stays in only with the legal office's opinion: who gave it, and why. */
export async function recordSignOff(ctx: Ctx, { params, body }: Received<typeof ruleSets.recordSignOff>) {
  const { versionId } = params;
  return runCommand(
    ctx,
    { name: 'ruleSet.signOff', requestId: body.requestId, content: { versionId, ...body } },
    async (tx) => {
      const row = await lockDraft(tx, ctx, versionId, null);
      requireAccess(ctx, 'ruleSet.edit', { unitPath: row.unit_path });
      const earlier = signOffsOf(row);
      const content = parseContent(row.content);
      const upper = content.extends ? await upperVersion(tx, ctx.actor.bureauId, content.extends) : null;
      const finding = findingsOf(content, earlier, upper).find((each) => each.key === body.findingKey);
      if (!finding) {
        throw new Refusal('conflict', '这条提示已不存在：指标内容可能刚被修改。请刷新后核对。');
      }
      const signed: ruleSets.SignOff = {
        findingKey: finding.key,
        message: finding.message,
        signer: body.signer,
        reason: body.reason,
        recordedByName: ctx.actor.displayName,
        recordedAt: ctx.now.toISOString(),
      };
      await tx
        .updateTable('rule_set_version')
        .set({
          sign_offs: JSON.stringify([...earlier.filter((each) => each.findingKey !== finding.key), signed]),
          updated_at: nextUpdatedAt(ctx, row),
        })
        .where('id', '=', versionId)
        .where('state', '=', 'draft')
        .execute();
      const saved = await findVersion(tx, ctx.actor.bureauId, versionId);
      return {
        result: { version: await presentVersion(tx, ctx, saved) },
        audit: {
          action: 'ruleSet.signedOff',
          subjectKind: 'ruleSet',
          subjectId: row.rule_set_id,
          summary: `登记法制审核意见：${finding.indicatorName}，签署人 ${body.signer}`,
          detail: { findingKey: finding.key, reason: body.reason },
        },
      };
    },
  );
}
