import { randomUUID } from 'node:crypto';
import type { Tx } from '../../db/database.ts';
import { Refusal } from '../../refusal.ts';
import { refuseTakenUnit, refuseTooDeep } from './check-unit.ts';
import type { Unit } from './queries/find-unit.ts';
import { storeAliases } from './store-aliases.ts';

export interface NewUnit {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly sortOrder: number;
  readonly aliases: readonly string[];
  readonly importBatchId?: string;
}

/** Adds a unit below a parent; the caller has locked the tree and checked the right to. */
export async function addUnit(tx: Tx, bureauId: string, parent: Unit, unit: NewUnit): Promise<Unit> {
  if (parent.abolishedOn !== null) {
    throw new Refusal('refused', `“${parent.name}”已撤销，不能在其下新设机构。请先恢复或另选上级。`);
  }
  if (unit.kind === 'bureau') {
    throw new Refusal('refused', '本系统只有一个公安局作为最上级，下级请选择其他类别。', [
      { path: 'kind', message: '下级机构不能是“公安局”' },
    ]);
  }
  refuseTooDeep(parent.level + 1);
  await refuseTakenUnit(tx, bureauId, { id: null, parentId: parent.id, code: unit.code, name: unit.name });
  const row = {
    id: randomUUID(),
    bureau_id: bureauId,
    parent_id: parent.id,
    code: unit.code,
    name: unit.name,
    kind: unit.kind,
    level: parent.level + 1,
    path: `${parent.path}${unit.code}/`,
    sort_order: unit.sortOrder,
    import_batch_id: unit.importBatchId ?? null,
  };
  await tx.insertInto('unit').values(row).execute();
  await storeAliases(tx, bureauId, row.id, unit.aliases);
  return {
    id: row.id,
    parentId: parent.id,
    code: row.code,
    name: row.name,
    kind: row.kind,
    level: row.level,
    path: row.path,
    abolishedOn: null,
  };
}
