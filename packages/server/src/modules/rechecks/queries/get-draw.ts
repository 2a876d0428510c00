import type { rechecks } from '@mingji/contract';
import { drawSample } from '@mingji/engine';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import { notFound } from '../../../refusal.ts';
import { keyOf } from '../commands/draw-recheck.ts';
import { caseViews } from './list-cases.ts';
import { drawInReach, drawViews } from './list-draws.ts';

type Answer = z.input<typeof rechecks.getRecheckDraw.response>;

/** One draw with its cases, made again from what was recorded: nobody chose the cases. */
export async function getRecheckDraw(ctx: Ctx, drawId: string): Promise<Answer> {
  const { db } = ctx.deps;
  const where = sql<boolean>`d.id = ${drawId} and ${drawInReach(ctx)}`;
  const [draw] = await drawViews(db, ctx, { where, limit: 1, offset: 0 });
  if (!draw) throw notFound('抽查');
  const recorded = await db
    .selectFrom('recheck_draw')
    .select(['population', 'seed', 'drawn'])
    .where('id', '=', drawId)
    .executeTakeFirstOrThrow();
  const cases = await caseViews(db, ctx, {
    where: sql<boolean>`c.draw_id = ${drawId}`,
    limit: 500,
    offset: 0,
  });
  const again = drawSample({ ...recorded, size: recorded.drawn, keyOf: keyOf(ctx) });
  const kept = [...cases].sort((a, b) => a.position - b.position).map((each) => each.submission.id);
  return {
    draw,
    cases,
    repeats: again.length === kept.length && again.every((id, index) => id === kept[index]),
    populationHash: keyOf(ctx)(recorded.population.join('\n')),
  };
}
