import type { organization, Received } from '@mingji/contract';
import { sql } from 'kysely';
import { requireAccess, runCommand } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import type { Tx } from '../../../db/database.ts';
import { Refusal } from '../../../refusal.ts';
import { refuseTakenUnit } from '../check-unit.ts';
import { lockTree } from '../lock-tree.ts';
import { findUnit, type Unit } from '../queries/find-unit.ts';
import { viewUnit } from '../queries/list-units.ts';

type Abolition = Received<typeof organization.abolishUnit>['body'];
type Restoration = Received<typeof organization.restoreUnit>['body'];

/** A unit ends on a day; its past stays. First its people and the units below must have gone elsewhere. */
export function abolishUnit(
  ctx: Ctx,
  unitId: string,
  wish: Abolition,
): Promise<{ unit: organization.UnitView }> {
  const content = { unitId, ...wish };
  return runCommand(
    ctx,
    { name: 'organization.abolishUnit', requestId: wish.requestId, content },
    async (tx) => {
      const unit = await lockedUnit(tx, ctx, unitId);
      if (unit.parentId === null) throw new Refusal('refused', '最上级机构不能撤销。');
      if (unit.abolishedOn !== null) {
        throw new Refusal('conflict', `「${unit.name}」已于 ${unit.abolishedOn} 撤销，请刷新后查看。`);
      }
      await refuseInhabited(tx, unit, wish.on);
      await tx.updateTable('unit').set({ abolished_on: wish.on }).where('id', '=', unitId).execute();
      return {
        result: { unit: await viewUnit(tx, ctx, unitId) },
        audit: {
          action: 'unit.abolished',
          subjectKind: 'unit',
          subjectId: unitId,
          summary: `撤销「${unit.name}」，自 ${wish.on} 起：${wish.reason}`,
        },
      };
    },
  );
}

export function restoreUnit(
  ctx: Ctx,
  unitId: string,
  wish: Restoration,
): Promise<{ unit: organization.UnitView }> {
  const content = { unitId, ...wish };
  return runCommand(
    ctx,
    { name: 'organization.restoreUnit', requestId: wish.requestId, content },
    async (tx) => {
      const unit = await lockedUnit(tx, ctx, unitId);
      if (unit.abolishedOn === null) throw new Refusal('conflict', `「${unit.name}」没有撤销，不需要恢复。`);
      await refuseTakenUnit(tx, ctx.actor.bureauId, unit);
      await tx.updateTable('unit').set({ abolished_on: null }).where('id', '=', unitId).execute();
      return {
        result: { unit: await viewUnit(tx, ctx, unitId) },
        audit: {
          action: 'unit.restored',
          subjectKind: 'unit',
          subjectId: unitId,
          summary: `恢复「${unit.name}」：${wish.reason}`,
        },
      };
    },
  );
}

async function lockedUnit(tx: Tx, ctx: Ctx, unitId: string): Promise<Unit> {
  await lockTree(tx, ctx.actor.bureauId);
  const unit = await findUnit(tx, ctx.actor.bureauId, unitId);
  requireAccess(ctx, 'unit.manage', { unitPath: unit.path });
  return unit;
}

async function refuseInhabited(tx: Tx, unit: Unit, on: string): Promise<void> {
  const below = await tx
    .selectFrom('unit')
    .select('name')
    .where('parent_id', '=', unit.id)
    .where(sql<boolean>`(abolished_on is null or abolished_on > ${on})`)
    .limit(20)
    .execute();
  const { people } = await tx
    .selectFrom('membership')
    .select(sql<number>`count(*)::int`.as('people'))
    .where('unit_id', '=', unit.id)
    .where(sql<boolean>`(to_on is null or to_on >= ${on})`)
    .executeTakeFirstOrThrow();
  const problems = below.map(({ name }) => ({ path: 'unitId', message: `下级「${name}」尚未撤销或划转` }));
  if (people > 0)
    problems.push({ path: 'unitId', message: `${on} 起仍有 ${people} 人在该机构任职，请先调动` });
  if (problems.length > 0) {
    throw new Refusal('refused', `「${unit.name}」还不能撤销：先划转下级机构和在职人员。`, problems);
  }
}
