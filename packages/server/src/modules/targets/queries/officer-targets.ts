import type { Received, targets } from '@mingji/contract';
import type { Ctx } from '../../../context.ts';
import { openTargets } from '../commands/open-targets.ts';
import { bookTargets, findBook } from '../find-book.ts';
import { presentTargets } from '../present.ts';
import { openableAncestors } from './ancestors.ts';
import { openOfficer } from './floor-place.ts';

/** The lowest floor: one officer's own targets. */
export async function getOfficerTargets(ctx: Ctx, { params }: Received<typeof targets.getOfficerTargets>) {
  const { db } = ctx.deps;
  const officer = await openOfficer(ctx, params.officerId);
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
