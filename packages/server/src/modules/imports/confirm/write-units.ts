import { requireAccess } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { Refusal } from '../../../refusal.ts';
import { addUnit, findUnit, lockTree, type Unit } from '../../organization/index.ts';
import type { Batch } from '../batch.ts';
import type { DecidedRow } from '../judgement.ts';
import type { UnitValues } from '../recognition/unit-list/unit-values.ts';

/** Writes the units of the taken rows, upper ones first, in the order of the file, and says how many. */
export async function writeUnits(
  tx: Tx,
  ctx: Ctx,
  batch: Batch,
  rows: readonly DecidedRow<UnitValues>[],
): Promise<string> {
  requireAccess(ctx, 'unit.manage', { unitPath: batch.unit_path });
  await lockTree(tx, ctx.actor.bureauId);
  const root = await findUnit(tx, ctx.actor.bureauId, batch.unit_id);
  const made = new Map<string, Unit>();
  let waiting = rows.map((row, index) => ({ ...row, sortOrder: index + 1 }));
  while (waiting.length > 0) {
    const later: typeof waiting = [];
    for (const row of waiting) {
      const parent = await parentOf(tx, ctx, row.values, root, made);
      if (parent) made.set(row.values.name ?? '', await addRow(tx, ctx, batch, parent, row));
      else later.push(row);
    }
    if (later.length === waiting.length) throw missingParents(later);
    waiting = later;
  }
  return `新增机构 ${made.size} 个`;
}

async function parentOf(
  tx: Tx,
  ctx: Ctx,
  values: UnitValues,
  root: Unit,
  made: ReadonlyMap<string, Unit>,
): Promise<Unit | undefined> {
  if (values.parentId !== null) return findUnit(tx, ctx.actor.bureauId, values.parentId);
  return values.parent === null ? root : made.get(values.parent);
}

async function addRow(
  tx: Tx,
  ctx: Ctx,
  batch: Batch,
  parent: Unit,
  { row, values, sortOrder }: DecidedRow<UnitValues> & { sortOrder: number },
): Promise<Unit> {
  const { name, code, kind, aliases } = values;
  if (name === null || code === null || kind === null) {
    throw new Error(`row ${row} was taken without a name, a code or a kind`);
  }
  return addUnit(tx, ctx.actor.bureauId, parent, {
    name,
    code,
    kind,
    aliases,
    sortOrder,
    importBatchId: batch.id,
  });
}

function missingParents(rows: readonly DecidedRow<UnitValues>[]): Refusal {
  return new Refusal(
    'refused',
    '有机构的上级不在本次导入之内，没有写入任何内容。请先更正上级所在的行，或一并跳过其下级。',
    rows.map(({ row, values }) => ({
      path: `row.${row}`,
      message: `第 ${row} 行“${values.name}”的上级“${values.parent}”没有导入`,
    })),
  );
}
