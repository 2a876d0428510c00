import type { bulletins } from '@mingji/contract';
import type { z } from 'zod';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { Refusal } from '../../../refusal.ts';
import { recordWorkEvent } from '../../submissions/index.ts';
import { resolveDocument } from '../document/resolve-document.ts';
import { type FoundBulletin, lockBulletin } from '../find-bulletin.ts';
import { involvedAccounts } from '../involvement.ts';
import { draftViewOf } from '../queries/get-draft.ts';
import { storedFigures } from '../stored-figures.ts';

type Input = z.output<typeof bulletins.saveDraft.body>;

/** Keeps what was typed; somebody else's newer text is never overwritten. */
export async function saveDraft(ctx: Ctx, bulletinId: string, input: Input) {
  const { requestId, ...content } = input;
  return runCommand(
    ctx,
    { name: 'bulletin.save', requestId, content: { bulletinId, ...content } },
    async (tx) => {
      const row = await lockBulletin(tx, ctx, bulletinId);
      requireAccess(ctx, 'bulletin.draft', { unitPath: row.unit_path });
      await requireEditable(tx, row, input.revision);
      const { figures } = await storedFigures(tx, bulletinId);
      await recordEditor(tx, ctx, row);
      await tx
        .updateTable('bulletin')
        .set({
          content: JSON.stringify(input.content),
          title: resolveDocument(input.content, figures).document.title,
          mark: input.mark,
          revision: row.revision + 1,
          updated_by: ctx.actor.accountId,
          updated_at: ctx.now,
        })
        .where('id', '=', bulletinId)
        .execute();
      return {
        result: { draft: await draftViewOf(tx, ctx, bulletinId) },
        audit: {
          action: 'bulletin.saved',
          subjectKind: 'bulletin',
          subjectId: bulletinId,
          summary: `保存通报草稿《${row.title}》`,
        },
      };
    },
  );
}

/** Who changed what another drew up stands in the timeline, once: he does not approve it (§13). */
async function recordEditor(tx: Tx, ctx: Ctx, row: FoundBulletin): Promise<void> {
  if ((await involvedAccounts(tx, row)).has(ctx.actor.accountId)) return;
  await recordWorkEvent(tx, ctx, {
    ...{ workKind: 'bulletin', workId: row.id, action: 'change', reason: null, version: null },
  });
}

/** A draft, and the text that the editor began from: else he is told who changed it and when. */
export async function requireEditable(tx: Tx, row: FoundBulletin, revision: number): Promise<void> {
  if (row.state !== 'draft') {
    throw new Refusal(
      'conflict',
      '该通报已经送审或发布，不能再修改。您输入的内容仍保留在页面上，请复制后刷新。',
    );
  }
  if (row.revision === revision) return;
  const by = await tx
    .selectFrom('account')
    .select('display_name')
    .where('id', '=', row.updated_by)
    .executeTakeFirstOrThrow();
  throw new Refusal(
    'conflict',
    `${by.display_name}刚刚保存过这份草稿，您的修改没有覆盖它。您输入的内容仍保留在页面上，请核对后再保存。`,
  );
}
