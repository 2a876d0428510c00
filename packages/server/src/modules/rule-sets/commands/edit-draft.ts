import type { ruleSets } from '@mingji/contract';
import type { RuleSet } from '@mingji/engine';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { presentVersion } from '../present.ts';
import { parseContent } from '../published-rule-set.ts';
import { storeContent } from '../save-draft-content.ts';
import { refuseLosingTargets } from '../target-codes.ts';
import { findVersion, lockDraft } from '../version-row.ts';

export interface DraftEdit {
  readonly name: string;
  readonly versionId: string;
  readonly requestId: string;
  readonly expectedUpdatedAt: string;
  /** What was asked, for the idempotency of the request. */
  readonly asked: unknown;
  readonly summary: string;
  readonly change: (content: RuleSet, tx: Tx) => RuleSet | Promise<RuleSet>;
}

/** Every change of a draft's text: held, compared with what the editor saw, stored, checked, shown again. */
export async function editDraft(ctx: Ctx, edit: DraftEdit): Promise<{ version: ruleSets.VersionView }> {
  const { versionId, expectedUpdatedAt } = edit;
  const content = { versionId, expectedUpdatedAt, asked: edit.asked };
  return runCommand(ctx, { name: edit.name, requestId: edit.requestId, content }, async (tx) => {
    const row = await lockDraft(tx, ctx, versionId, expectedUpdatedAt);
    requireAccess(ctx, 'ruleSet.edit', { unitPath: row.unit_path });
    const before = parseContent(row.content);
    const after = await edit.change(before, tx);
    await refuseLosingTargets(tx, row.id, before, after);
    await storeContent(tx, ctx, row, after);
    const saved = await findVersion(tx, ctx.actor.bureauId, versionId);
    return {
      result: { version: await presentVersion(tx, ctx, saved) },
      audit: {
        action: edit.name,
        subjectKind: 'ruleSet',
        subjectId: row.rule_set_id,
        summary: `考核办法“${row.rule_set_name}”第 ${row.version} 版草稿：${edit.summary}`,
      },
    };
  });
}
