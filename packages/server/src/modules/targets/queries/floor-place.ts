import { requireAccess } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { notFound } from '../../../refusal.ts';

/** The unit whose floor is opened, if the reader may (P1). */
export async function openUnit(ctx: Ctx, unitId: string) {
  const unit = await ctx.deps.db
    .selectFrom('unit')
    .select(['id', 'name', 'kind', 'level', 'path'])
    .where('bureau_id', '=', ctx.actor.bureauId)
    .where('id', '=', unitId)
    .executeTakeFirst();
  if (!unit) throw notFound('单位');
  requireAccess(ctx, 'target.read', { unitPath: unit.path });
  return unit;
}

/** The officer with the unit he serves in, or served in last. */
export async function openOfficer(ctx: Ctx, officerId: string) {
  const officer = await ctx.deps.db
    .selectFrom('officer as o')
    .innerJoin('membership as m', 'm.officer_id', 'o.id')
    .innerJoin('unit as u', 'u.id', 'm.unit_id')
    .select(['o.id', 'o.name', 'o.police_no', 'u.id as unit_id', 'u.name as unit_name', 'u.path'])
    .where('o.bureau_id', '=', ctx.actor.bureauId)
    .where('o.id', '=', officerId)
    .orderBy('m.from_on', 'desc')
    .executeTakeFirst();
  if (!officer) throw notFound('人员');
  requireAccess(ctx, 'target.read', { unitPath: officer.path, officerId: officer.id });
  return officer;
}
