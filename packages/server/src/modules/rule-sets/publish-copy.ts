import { requireAccess } from '../../command.ts';
import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { Refusal } from '../../refusal.ts';
import { contentHash } from './content-hash.ts';
import { filingDemand } from './filing-demand.ts';
import { parseContent } from './published-rule-set.ts';
import { refuseUnsettled } from './refuse-unsettled.ts';
import { normalized, saveDraftContent } from './save-draft-content.ts';
import { findVersion } from './version-row.ts';

export interface CopyWish {
  readonly of: string;
  readonly code: string;
  readonly name: string;
  readonly unitId: string;
  readonly effectiveOn: string;
}

/**
 * A published method becomes one of another name and unit, in force at once (P8): the text is the one that was checked
 * and signed off, but it is checked again where it is put. What needs filing is not published past it (§16).
 */
export async function publishCopy(tx: Tx, ctx: Ctx, wish: CopyWish): Promise<string> {
  const source = await findVersion(tx, ctx.actor.bureauId, wish.of);
  if (source.state !== 'published') {
    throw new Refusal('refused', `办法“${source.rule_set_name}”的这个版本尚未发布，不能作为模板。请先发布。`);
  }
  const { code, name, unitId } = wish;
  const content = parseContent(source.content);
  const saved = await saveDraftContent(tx, ctx, { code, name, unitId, content, importBatchId: null });
  const draft = await findVersion(tx, ctx.actor.bureauId, saved.versionId);
  requireAccess(ctx, 'ruleSet.publish', { unitPath: draft.unit_path });
  const text = normalized(content, { code, name }, draft.version);
  if ((await filingDemand(tx, ctx.actor.bureauId, draft.unit_id, text)).demanded) {
    throw new Refusal(
      'refused',
      '复制的办法须先向上级备案才能施行。请在“指标与办法”中起草、备案、发布，再据此建立专项行动。',
    );
  }
  await tx
    .updateTable('rule_set_version')
    .set({ sign_offs: JSON.stringify(source.sign_offs) })
    .where('id', '=', saved.versionId)
    .execute();
  await refuseUnsettled(tx, ctx, await findVersion(tx, ctx.actor.bureauId, saved.versionId), text);
  await tx
    .updateTable('rule_set_version')
    .set({
      state: 'published',
      content: JSON.stringify(text),
      content_hash: contentHash(ctx.deps.crypto, text),
      effective_on: wish.effectiveOn,
      published_by: ctx.actor.accountId,
      published_at: ctx.now,
      updated_at: ctx.now,
    })
    .where('id', '=', saved.versionId)
    .where('state', '=', 'draft')
    .execute();
  return saved.versionId;
}
