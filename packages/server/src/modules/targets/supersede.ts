import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import type { TargetRow } from './target-row.ts';

/** The next revision of a held target; its parts hang on the new row from now on (§14: a change is a new version). */
export async function supersede(
  tx: Tx,
  ctx: Ctx,
  row: TargetRow,
  next: { readonly quantity: string; readonly state: 'issued' | 'withdrawn' },
): Promise<string> {
  await tx
    .updateTable('target')
    .set({ state: 'superseded' })
    .where('id', '=', row.id)
    .where('state', '=', 'issued')
    .execute();
  const id = crypto.randomUUID();
  await tx
    .insertInto('target')
    .values({
      id,
      bureau_id: row.bureau_id,
      rule_set_version_id: row.rule_set_version_id,
      indicator_code: row.indicator_code,
      year: row.year,
      parent_id: row.parent_id,
      unit_id: row.unit_id,
      officer_id: row.officer_id,
      quantity: next.quantity,
      kept: row.kept,
      over_split_reason: row.over_split_reason,
      split_no: row.split_no,
      revision: row.revision + 1,
      supersedes: row.id,
      state: next.state,
      import_batch_id: row.import_batch_id,
      issued_by: ctx.actor.accountId,
      issued_at: ctx.now,
    })
    .execute();
  if (next.state === 'issued') {
    await tx
      .updateTable('target')
      .set({ parent_id: id })
      .where('parent_id', '=', row.id)
      .where('state', '=', 'issued')
      .execute();
  }
  return id;
}
