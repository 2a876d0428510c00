import type { Received, targets } from '@mingji/contract';
import type { Ctx } from '../../../context.ts';
import { openTargets } from '../commands/open-targets.ts';
import { bookTargets, findBook } from '../find-book.ts';
import { presentTargets } from '../present.ts';
import { standingsBelow } from '../standings.ts';
import { openableAncestors } from './ancestors.ts';
import { openUnit } from './floor-place.ts';

/** One floor of the elevator (P5). */
export async function getUnitTargets(ctx: Ctx, { params }: Received<typeof targets.getUnitTargets>) {
  const { db } = ctx.deps;
  const unit = await openUnit(ctx, params.unitId);
  const book = await findBook(db, ctx.actor.bureauId, params);
  const find = () =>
    bookTargets(db, book).where('t.unit_id', '=', unit.id).where('t.officer_id', 'is', null).execute();
  const opened = await openTargets(ctx, await find());
  return {
    unit: { id: unit.id, name: unit.name, kind: unit.kind, level: unit.level },
    ancestors: await openableAncestors(db, ctx, unit.path),
    targets: await presentTargets(db, ctx, book, opened),
    children: await standingsBelow(db, book, unit.id),
  };
}
