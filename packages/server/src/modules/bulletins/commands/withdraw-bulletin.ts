import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { lockBulletin } from '../find-bulletin.ts';
import { moveBulletin } from '../move-bulletin.ts';
import { bulletinDetailOf } from '../queries/get-bulletin.ts';

/** Takes a bulletin back from the leaders before they have decided. */
export async function withdrawBulletin(ctx: Ctx, bulletinId: string, requestId: string) {
  return runCommand(ctx, { name: 'bulletin.withdraw', requestId, content: { bulletinId } }, async (tx) => {
    const row = await lockBulletin(tx, ctx, bulletinId);
    requireAccess(ctx, 'bulletin.draft', { unitPath: row.unit_path });
    await moveBulletin(tx, ctx, row, { action: 'withdraw' });
    return {
      result: { bulletin: await bulletinDetailOf(tx, ctx, bulletinId) },
      audit: {
        action: 'bulletin.withdrawn',
        subjectKind: 'bulletin',
        subjectId: bulletinId,
        summary: `撤回送审的通报《${row.title}》`,
      },
    };
  });
}

/** Gives up a draft; it stays in the list of what was given up, and never had a number. */
export async function discardBulletin(ctx: Ctx, bulletinId: string, requestId: string) {
  return runCommand(ctx, { name: 'bulletin.discard', requestId, content: { bulletinId } }, async (tx) => {
    const row = await lockBulletin(tx, ctx, bulletinId);
    requireAccess(ctx, 'bulletin.draft', { unitPath: row.unit_path });
    await moveBulletin(tx, ctx, row, { action: 'discard' });
    return {
      result: { ok: true as const },
      audit: {
        action: 'bulletin.discarded',
        subjectKind: 'bulletin',
        subjectId: bulletinId,
        summary: `作废通报草稿《${row.title}》`,
      },
    };
  });
}
