import type { imports } from '@mingji/contract';
import { runCommand } from '../../command.ts';
import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { type Batch, lockBatch } from './batch.ts';
import { viewBatch } from './queries/view-batch.ts';

export interface BatchChange {
  readonly name: string;
  readonly action: string;
  readonly batchId: string;
  readonly requestId: string;
  readonly content: unknown;
  /** Decisions about the split of a confirmed target book, until its targets are issued (P5). */
  readonly mayBeConfirmed?: boolean;
}

/** One decision about a batch that is not confirmed yet: locked, done, audited, judged again. */
export function changeBatch(
  ctx: Ctx,
  change: BatchChange,
  work: (tx: Tx, batch: Batch) => Promise<string>,
): Promise<{ batch: imports.ImportBatch }> {
  const { name, action, batchId, requestId, content } = change;
  return runCommand(ctx, { name, requestId, content: { batchId, content } }, async (tx) => {
    const states = change.mayBeConfirmed ? (['judged', 'confirmed'] as const) : (['judged'] as const);
    const batch = await lockBatch(tx, ctx, batchId, ...states);
    const summary = await work(tx, batch);
    return {
      result: { batch: await viewBatch(tx, ctx, batchId) },
      audit: {
        action,
        subjectKind: 'importBatch',
        subjectId: batchId,
        summary: `“${batch.file_name}”：${summary}`,
      },
    };
  });
}
