import type { organization, Received } from '@mingji/contract';
import { chineseDate } from '@mingji/engine';
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
        throw new Refusal(
          'conflict',
          `“${unit.name}”已于${chineseDate(unit.abolishedOn)}撤销，请刷新后查看。`,
        );
      }
      await refuseInhabited(tx, unit, wish.on);
      const successor = await successorOf(tx, ctx, unit, wish);
      await tx
        .updateTable('unit')
        .set({ abolished_on: wish.on, succeeded_by: successor?.id ?? null })
        .where('id', '=', unitId)
        .execute();
      return {
        result: { unit: await viewUnit(tx, ctx, unitId) },
        audit: {
          action: 'unit.abolished',
          subjectKind: 'unit',
          subjectId: unitId,
          summary: `撤销“${unit.name}”，自 ${wish.on} 起${successor ? `，并入“${successor.name}”` : ''}：${wish.reason}`,
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
      if (unit.abolishedOn === null) throw new Refusal('conflict', `“${unit.name}”没有撤销，不需要恢复。`);
      await refuseTakenUnit(tx, ctx.actor.bureauId, unit);
      await tx
        .updateTable('unit')
        .set({ abolished_on: null, succeeded_by: null })
        .where('id', '=', unitId)
        .execute();
      return {
        result: { unit: await viewUnit(tx, ctx, unitId) },
        audit: {
          action: 'unit.restored',
          subjectKind: 'unit',
          subjectId: unitId,
          summary: `恢复“${unit.name}”：${wish.reason}`,
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

/** Another's unit must not be given a past by who has no say over it. */
async function successorOf(
  tx: Tx,
  ctx: Ctx,
  unit: Unit,
  { successorId, on }: Abolition,
): Promise<Unit | null> {
  if (successorId === null) return null;
  const successor = await findUnit(tx, ctx.actor.bureauId, successorId);
  requireAccess(ctx, 'unit.manage', { unitPath: successor.path });
  const wrong =
    successor.id === unit.id
      ? '不能并入它自己'
      : successor.abolishedOn !== null && successor.abolishedOn <= on
        ? `“${successor.name}”届时已经撤销`
        : null;
  if (wrong === null) return successor;
  const problems = [{ path: 'successorId', message: wrong }];
  throw new Refusal('refused', `并入的机构不对：${wrong}。请另选，或不填并入机构。`, problems);
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
  const problems = below.map(({ name }) => ({ path: 'unitId', message: `下级“${name}”尚未撤销或划转` }));
  if (people > 0)
    problems.push({ path: 'unitId', message: `${on} 起仍有 ${people} 人在该机构任职，请先调动` });
  if (problems.length > 0) {
    throw new Refusal('refused', `“${unit.name}”还不能撤销：先划转下级机构和在职人员。`, problems);
  }
}
