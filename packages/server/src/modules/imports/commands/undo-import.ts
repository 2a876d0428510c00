import type { imports, Received } from '@mingji/contract';
import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { Refusal } from '../../../refusal.ts';
import { lockTree } from '../../organization/index.ts';
import { lockBatch } from '../batch.ts';
import { viewBatch } from '../queries/view-batch.ts';
import { findDependents } from '../undo/find-dependents.ts';
import { removeWritten } from '../undo/remove-written.ts';

type Wish = Received<typeof imports.undoImport>['body'];

/** P18: a batch can be undone while nothing depends on it; otherwise everything that does is named. */
export function undoImport(ctx: Ctx, batchId: string, wish: Wish): Promise<{ batch: imports.ImportBatch }> {
  const content = { batchId, ...wish };
  return runCommand(ctx, { name: 'imports.undo', requestId: wish.requestId, content }, async (tx) => {
    await lockTree(tx, ctx.actor.bureauId);
    const batch = await lockBatch(tx, ctx, batchId, 'confirmed');
    const obstacles = await findDependents(tx, ctx, batch);
    if (obstacles.length > 0) {
      throw new Refusal(
        'refused',
        `${batch.number} 不能撤销：导入的内容已被使用。`,
        obstacles.map((message) => ({ path: 'batch', message })),
      );
    }
    const removed = await removeWritten(tx, ctx, batch, wish);
    await tx
      .updateTable('import_batch')
      .set({ state: 'undone', undone_by: ctx.actor.accountId, undone_at: ctx.now })
      .where('id', '=', batchId)
      .where('state', '=', 'confirmed')
      .execute();
    return {
      result: { batch: await viewBatch(tx, ctx, batchId) },
      audit: {
        action: 'import.undone',
        subjectKind: 'importBatch',
        subjectId: batchId,
        summary: `撤销 ${batch.number}:${removed}。原因：${wish.reason}`,
      },
    };
  });
}
