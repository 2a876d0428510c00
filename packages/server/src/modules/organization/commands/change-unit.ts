import type { organization, Received } from '@mingji/contract';
import { sql } from 'kysely';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { Refusal } from '../../../refusal.ts';
import { refuseTakenUnit, refuseTooDeep } from '../check-unit.ts';
import { lockTree } from '../lock-tree.ts';
import { findSubtree, findUnit, type Unit } from '../queries/find-unit.ts';
import { viewUnit } from '../queries/list-units.ts';

type Wish = Received<typeof organization.changeUnit>['body'];

/** Renames, re-codes or moves a unit. Its own people and everything below it move along (P1: the path is the scope). */
export function changeUnit(ctx: Ctx, unitId: string, wish: Wish): Promise<{ unit: organization.UnitView }> {
  const content = { unitId, ...wish };
  return runCommand(
    ctx,
    { name: 'organization.changeUnit', requestId: wish.requestId, content },
    async (tx) => {
      const { bureauId } = ctx.actor;
      await lockTree(tx, bureauId);
      const before = await findUnit(tx, bureauId, unitId);
      requireAccess(ctx, 'unit.manage', { unitPath: before.path });
      const parent = await newParent(tx, ctx, before, wish.parentId);
      const after = {
        name: wish.name ?? before.name,
        code: wish.code ?? before.code,
        kind: wish.kind ?? before.kind,
        parentId: parent?.id ?? null,
      };
      if ((after.kind === 'bureau') !== (after.parentId === null) && after.kind !== before.kind) {
        throw new Refusal('refused', '只有最上级机构的类别是“公安局”。', [
          { path: 'kind', message: '类别与层级不符' },
        ]);
      }
      await refuseTakenUnit(tx, bureauId, { id: unitId, ...after });
      await tx
        .updateTable('unit')
        .set({
          name: after.name,
          code: after.code,
          kind: after.kind,
          parent_id: after.parentId,
          ...(wish.sortOrder === undefined ? {} : { sort_order: wish.sortOrder }),
        })
        .where('id', '=', unitId)
        .execute();
      await rewritePaths(
        tx,
        bureauId,
        before,
        `${parent?.path ?? ''}${after.code}/`,
        (parent?.level ?? 0) + 1,
      );
      return {
        result: { unit: await viewUnit(tx, ctx, unitId) },
        audit: {
          action: 'unit.changed',
          subjectKind: 'unit',
          subjectId: unitId,
          summary: `调整机构“${before.name}”`,
          detail: { before: { ...before }, after },
        },
      };
    },
  );
}

async function newParent(tx: Tx, ctx: Ctx, unit: Unit, parentId: string | undefined): Promise<Unit | null> {
  if (unit.parentId === null) {
    if (parentId !== undefined) throw new Refusal('refused', '最上级机构不能移到其他机构之下。');
    return null;
  }
  const parent = await findUnit(tx, ctx.actor.bureauId, parentId ?? unit.parentId);
  if (parent.id === unit.parentId) return parent;
  requireAccess(ctx, 'unit.manage', { unitPath: parent.path });
  if (parent.path.startsWith(unit.path)) {
    throw new Refusal('refused', `“${parent.name}”在“${unit.name}”之下，不能反过来作为它的上级。`, [
      { path: 'parentId', message: '不能移到自己的下级' },
    ]);
  }
  if (parent.abolishedOn !== null) throw new Refusal('refused', `“${parent.name}”已撤销，不能作为上级机构。`);
  return parent;
}

async function rewritePaths(
  tx: Tx,
  bureauId: string,
  before: Unit,
  path: string,
  level: number,
): Promise<void> {
  const shift = level - before.level;
  if (path === before.path && shift === 0) return;
  const subtree = await findSubtree(tx, bureauId, before.path);
  refuseTooDeep(Math.max(...subtree.map((unit) => unit.level)) + shift);
  await tx
    .updateTable('unit')
    .set({
      path: sql`${path} || substr(path, ${before.path.length + 1}::int)`,
      level: sql`level + ${shift}::int`,
    })
    .where('bureau_id', '=', bureauId)
    .where(sql<boolean>`starts_with(path, ${before.path})`)
    .execute();
}
