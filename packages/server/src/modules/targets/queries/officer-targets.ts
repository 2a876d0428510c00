import type { Received, targets } from '@mingji/contract';
import { requireAccess } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { notFound } from '../../../refusal.ts';
import { openTargets } from '../commands/open-targets.ts';
import { bookTargets, findBook } from '../find-book.ts';
import { presentTargets } from '../present.ts';
import { openableAncestors } from './ancestors.ts';

/** The lowest floor: one officer's own targets. */
export async function getOfficerTargets(ctx: Ctx, { params }: Received<typeof targets.getOfficerTargets>) {
  const { db } = ctx.deps;
  const officer = await db
    .selectFrom('officer as o')
    .innerJoin('membership as m', 'm.officer_id', 'o.id')
    .innerJoin('unit as u', 'u.id', 'm.unit_id')
    .select(['o.id', 'o.name', 'o.police_no', 'u.id as unit_id', 'u.name as unit_name', 'u.path'])
    .where('o.bureau_id', '=', ctx.actor.bureauId)
    .where('o.id', '=', params.officerId)
    .orderBy('m.from_on', 'desc')
    .executeTakeFirst();
  if (!officer) throw notFound('人员');
  requireAccess(ctx, 'target.read', { unitPath: officer.path, officerId: officer.id });
  const book = await findBook(db, ctx.actor.bureauId, params);
  const rows = await bookTargets(db, book).where('t.officer_id', '=', officer.id).execute();
  return {
    officer: {
      id: officer.id,
      name: officer.name,
      policeNo: officer.police_no,
      unit: { id: officer.unit_id, name: officer.unit_name },
    },
    ancestors: await openableAncestors(db, ctx, officer.path),
    targets: await presentTargets(db, ctx, book, await openTargets(ctx, rows)),
  };
}
