import { requireAccess } from '../../command.ts';
import type { Ctx } from '../../context.ts';
import type { Reader } from '../../db/database.ts';
import { notFound } from '../../refusal.ts';

/** The unit whose reviews are to be arranged, if the actor may arrange them. */
export async function requireArrangeable(reader: Reader, ctx: Ctx, unitId: string) {
  const unit = await reader
    .selectFrom('unit')
    .select(['id', 'name', 'path'])
    .where('bureau_id', '=', ctx.actor.bureauId)
    .where('id', '=', unitId)
    .where('abolished_on', 'is', null)
    .executeTakeFirst();
  if (!unit) throw notFound('归口部门');
  requireAccess(ctx, 'review.arrange', { unitPath: unit.path });
  return unit;
}
