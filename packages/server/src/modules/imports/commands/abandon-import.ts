import type { imports, Received } from '@mingji/contract';
import { runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { lockBatch } from '../batch.ts';

type Wish = Received<typeof imports.abandonImport>['body'];

/** Nothing was written yet; the corrections go, since they may hold ID numbers. */
export function abandonImport(ctx: Ctx, batchId: string, wish: Wish): Promise<{ ok: true }> {
  const content = { batchId };
  return runCommand(ctx, { name: 'imports.abandon', requestId: wish.requestId, content }, async (tx) => {
    const batch = await lockBatch(tx, ctx, batchId, 'judged');
    await tx.deleteFrom('import_row').where('batch_id', '=', batchId).execute();
    await tx.updateTable('import_batch').set({ state: 'abandoned' }).where('id', '=', batchId).execute();
    return {
      result: { ok: true } as const,
      audit: {
        action: 'import.abandoned',
        subjectKind: 'importBatch',
        subjectId: batchId,
        summary: `放弃导入文件“${batch.file_name}”`,
      },
    };
  });
}
