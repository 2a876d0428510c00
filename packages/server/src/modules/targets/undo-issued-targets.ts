import type { Tx } from '../../db/database.ts';
import { Refusal } from '../../refusal.ts';

/** Undoing an import takes its targets away without a trace of them, as long as nobody has worked on them. */
export async function undoIssuedTargets(tx: Tx, bureauId: string, importBatchId: string): Promise<number> {
  const rows = await tx
    .selectFrom('target')
    .select(['id', 'state', 'split_no', 'supersedes'])
    .where('bureau_id', '=', bureauId)
    .where('import_batch_id', '=', importBatchId)
    .forUpdate()
    .execute();
  const touched = rows.filter((row) => row.state !== 'issued' || row.split_no > 0 || row.supersedes !== null);
  if (touched.length > 0) {
    throw new Refusal(
      'refused',
      `该批次下达的目标中有 ${touched.length} 项已被分解、调整或撤回，不能撤销导入。请改为逐项撤回。`,
    );
  }
  if (rows.length === 0) return 0;
  const ids = rows.map((row) => row.id);
  const used = await tx
    .selectFrom('submission')
    .select('id')
    .where('target_id', 'in', ids)
    .limit(1)
    .executeTakeFirst();
  if (used) throw new Refusal('refused', '已有人针对该批次的目标填报工作，不能撤销导入。');
  await tx.deleteFrom('target').where('id', 'in', ids).execute();
  return ids.length;
}
