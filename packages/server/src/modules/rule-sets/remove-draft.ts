import type { Tx } from '../../db/database.ts';
import { Refusal } from '../../refusal.ts';
import type { VersionRow } from './version-row.ts';

/** Takes a draft away, and the rule set with it when it never had another version. */
export async function removeDraft(
  tx: Tx,
  row: Pick<VersionRow, 'id' | 'rule_set_id' | 'version'>,
): Promise<void> {
  const target = await tx
    .selectFrom('target')
    .select('id')
    .where('rule_set_version_id', '=', row.id)
    .limit(1)
    .executeTakeFirst();
  if (target) {
    throw new Refusal(
      'refused',
      '该草稿下已下达目标任务，不能废弃。请先撤回目标，或撤销带来这些目标的导入批次。',
    );
  }
  await tx.deleteFrom('rule_set_version').where('id', '=', row.id).where('state', '=', 'draft').execute();
  const other = await tx
    .selectFrom('rule_set_version')
    .select('id')
    .where('rule_set_id', '=', row.rule_set_id)
    .limit(1)
    .executeTakeFirst();
  if (!other) await tx.deleteFrom('rule_set').where('id', '=', row.rule_set_id).execute();
}

/** Undoing an import takes the drafts it wrote; what was published since stays and stops the undo. */
export async function removeImportedDrafts(tx: Tx, bureauId: string, importBatchId: string): Promise<number> {
  const rows = await tx
    .selectFrom('rule_set_version')
    .select(['id', 'rule_set_id', 'version', 'state', 'created_at', 'updated_at'])
    .where('bureau_id', '=', bureauId)
    .where('import_batch_id', '=', importBatchId)
    .forUpdate()
    .execute();
  for (const row of rows) {
    if (row.state !== 'draft') {
      throw new Refusal(
        'refused',
        `该批次生成的办法第 ${row.version} 版已经发布或报送备案，不能撤销导入。请改为起草新版本。`,
      );
    }
    if (row.updated_at.getTime() !== row.created_at.getTime()) {
      throw new Refusal(
        'refused',
        '该批次生成的办法草稿在导入后已被修改，不能撤销导入。如不再需要，请在“指标与办法”中废弃草稿。',
      );
    }
    await removeDraft(tx, row);
  }
  return rows.length;
}
