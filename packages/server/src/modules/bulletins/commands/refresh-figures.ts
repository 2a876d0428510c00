import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { Refusal } from '../../../refusal.ts';
import { resolveDocument } from '../document/resolve-document.ts';
import { findBulletin, lockBulletin } from '../find-bulletin.ts';
import { draftViewOf } from '../queries/get-draft.ts';
import { gatherFor, keepFigures } from '../stored-figures.ts';

/** Gathers the figures of a draft anew: a standing as of now, a result as computed last. */
export async function refreshFigures(ctx: Ctx, bulletinId: string, requestId: string) {
  const seen = await findBulletin(ctx.deps.db, ctx, bulletinId);
  requireAccess(ctx, 'bulletin.draft', { unitPath: seen.unit_path });
  const figures = await gatherFor(ctx, seen);
  return runCommand(ctx, { name: 'bulletin.refresh', requestId, content: { bulletinId } }, async (tx) => {
    const row = await lockBulletin(tx, ctx, bulletinId);
    if (row.state !== 'draft') {
      throw new Refusal('conflict', '该通报已经送审或发布，数据已经固定。如需更新，请先撤回。');
    }
    await keepFigures(tx, ctx, bulletinId, figures);
    const { title } = resolveDocument(row.content, figures).document;
    await tx.updateTable('bulletin').set({ title }).where('id', '=', bulletinId).execute();
    return {
      result: { draft: await draftViewOf(tx, ctx, bulletinId) },
      audit: {
        action: 'bulletin.refreshed',
        subjectKind: 'bulletin',
        subjectId: bulletinId,
        summary: `刷新通报数据《${row.title}》`,
      },
    };
  });
}
