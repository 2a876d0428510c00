import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { Refusal } from '../../../refusal.ts';
import { notify } from '../../notifications/index.ts';
import { recordWorkEvent } from '../../submissions/index.ts';
import { findBulletin, lockBulletin, numberOf } from '../find-bulletin.ts';

/** The receipt of somebody it was addressed to; others may read it and leave none. */
export async function readBulletin(ctx: Ctx, bulletinId: string, requestId: string) {
  return runCommand(ctx, { name: 'bulletin.read', requestId, content: { bulletinId } }, async (tx) => {
    const row = await findBulletin(tx, ctx, bulletinId);
    await tx
      .updateTable('bulletin_recipient')
      .set({ read_at: ctx.now })
      .where('bulletin_id', '=', bulletinId)
      .where('account_id', '=', ctx.actor.accountId)
      .where('read_at', 'is', null)
      .execute();
    const receipt = await tx
      .selectFrom('bulletin_recipient')
      .select('read_at')
      .where('bulletin_id', '=', bulletinId)
      .where('account_id', '=', ctx.actor.accountId)
      .executeTakeFirst();
    return {
      result: { readAt: receipt?.read_at?.toISOString() ?? null },
      audit: {
        action: 'bulletin.read',
        subjectKind: 'bulletin',
        subjectId: bulletinId,
        summary: `阅读通报 ${numberOf(row) ?? ''}`,
      },
    };
  });
}

/** Tells everybody who has not read it; each press stands in the timeline. */
export async function pressReaders(ctx: Ctx, bulletinId: string, requestId: string) {
  return runCommand(ctx, { name: 'bulletin.press', requestId, content: { bulletinId } }, async (tx) => {
    const row = await lockBulletin(tx, ctx, bulletinId);
    requireAccess(ctx, 'bulletin.draft', { unitPath: row.unit_path });
    if (row.state !== 'published') throw new Refusal('conflict', '通报尚未发布，没有可以催阅的人。');
    const unread = await tx
      .selectFrom('bulletin_recipient')
      .select('account_id')
      .where('bulletin_id', '=', bulletinId)
      .where('read_at', 'is', null)
      .execute();
    await notify(tx, { bureauId: ctx.actor.bureauId, now: ctx.now }, [
      {
        kind: 'press',
        title: '请阅读通报',
        detail: `${numberOf(row) ?? ''}《${row.title}》`.slice(0, 500),
        address: `/bulletins/${bulletinId}`,
        about: { kind: 'bulletin', id: bulletinId },
        accountIds: unread.map(({ account_id }) => account_id),
      },
    ]);
    await recordWorkEvent(tx, ctx, {
      ...{ workKind: 'bulletin', workId: bulletinId, action: 'press', version: null },
      reason: `催阅 ${unread.length} 人`,
    });
    return {
      result: { pressed: unread.length },
      audit: {
        action: 'bulletin.pressed',
        subjectKind: 'bulletin',
        subjectId: bulletinId,
        summary: `催阅通报 ${numberOf(row) ?? ''}，${unread.length} 人未读`,
      },
    };
  });
}
