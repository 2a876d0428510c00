import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { removeImportedDrafts } from '../../rule-sets/index.ts';
import { undoIssuedTargets } from '../../targets/index.ts';
import type { Batch } from '../batch.ts';
import { undoAttendance } from './undo-attendance.ts';

/** Takes away what the batch wrote; the caller has found that nothing depends on it. */
export async function removeWritten(
  tx: Tx,
  ctx: Ctx,
  batch: Batch,
  why: { readonly reason: string; readonly requestId: string },
): Promise<string> {
  const { bureauId } = ctx.actor;
  switch (batch.kind) {
    case 'roster': {
      await tx.deleteFrom('membership').where('import_batch_id', '=', batch.id).execute();
      const gone = await tx.deleteFrom('officer').where('import_batch_id', '=', batch.id).executeTakeFirst();
      return `撤去人员 ${gone.numDeletedRows} 人`;
    }
    case 'units': {
      const units = tx.selectFrom('unit').select('id').where('import_batch_id', '=', batch.id);
      await tx.deleteFrom('unit_alias').where('unit_id', 'in', units).execute();
      const gone = await tx.deleteFrom('unit').where('import_batch_id', '=', batch.id).executeTakeFirst();
      return `撤去机构 ${gone.numDeletedRows} 个`;
    }
    case 'attendance':
      return undoAttendance(tx, ctx, batch, why);
    case 'targetBook': {
      const targets = await undoIssuedTargets(tx, bureauId, batch.id);
      const drafts = await removeImportedDrafts(tx, bureauId, batch.id);
      return `撤去办法草稿 ${drafts} 份、目标 ${targets} 项`;
    }
  }
}
