import { chineseDate } from '@mingji/engine';
import { requireAccess } from '../../command.ts';
import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { localDay } from '../../local-day.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { findUnit, type Unit } from './queries/find-unit.ts';
import { subjectUnitPath } from './queries/subject-unit.ts';

/** Takes one officer for a change, who must be in the actor's hands now. */
export async function lockOfficer(tx: Tx, ctx: Ctx, officerId: string) {
  const officer = await tx
    .selectFrom('officer')
    .selectAll()
    .where('bureau_id', '=', ctx.actor.bureauId)
    .where('id', '=', officerId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!officer) throw notFound('人员');
  const today = localDay(ctx.now, ctx.actor.timeZone);
  const { unitPath } = await subjectUnitPath(
    tx,
    ctx.actor.bureauId,
    { kind: 'officer', id: officerId },
    today,
  );
  requireAccess(ctx, 'officer.manage', { unitPath, officerId });
  return officer;
}

/** A unit somebody may be put into: in the actor's hands, and still existing on that day. */
export async function receivingUnit(tx: Tx, ctx: Ctx, unitId: string, on: string): Promise<Unit> {
  const unit = await findUnit(tx, ctx.actor.bureauId, unitId);
  requireAccess(ctx, 'officer.manage', { unitPath: unit.path });
  if (unit.abolishedOn !== null && unit.abolishedOn <= on) {
    throw new Refusal('refused', `“${unit.name}”已于${chineseDate(unit.abolishedOn)}撤销，请选择现有机构。`, [
      { path: 'unitId', message: '机构已撤销' },
    ]);
  }
  return unit;
}

export function servicesOf(tx: Tx, officerId: string) {
  return tx
    .selectFrom('membership')
    .selectAll()
    .where('officer_id', '=', officerId)
    .orderBy('from_on')
    .execute();
}
