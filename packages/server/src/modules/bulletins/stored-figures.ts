import type { Ctx } from '../../context.ts';
import type { Reader, Tx } from '../../db/database.ts';
import type { Figures } from './figures/figures.ts';
import { type FiguresWish, gatherFigures } from './figures/gather-figures.ts';
import { type FoundBulletin, findBulletin, numberOf } from './find-bulletin.ts';

/** Gathers the figures in one consistent state, outside of the transaction that keeps them. */
export async function gather(ctx: Ctx, wish: Omit<FiguresWish, 'bureauId' | 'now'>): Promise<Figures> {
  return ctx.deps.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((tx) => gatherFigures(tx, { bureauId: ctx.actor.bureauId, now: ctx.now, ...wish }));
}

export async function gatherFor(ctx: Ctx, row: FoundBulletin): Promise<Figures> {
  const corrected = row.corrects === null ? null : await findBulletin(ctx.deps.db, ctx, row.corrects);
  return gather(ctx, {
    unit: { id: row.unit_id, name: row.unit_name, path: row.unit_path },
    periodIds: row.period_ids,
    corrected: corrected && { number: numberOf(corrected) ?? '', title: corrected.title },
  });
}

export async function keepFigures(tx: Tx, ctx: Ctx, bulletinId: string, figures: Figures): Promise<void> {
  const kept = { figures: JSON.stringify(figures), gathered_at: ctx.now };
  await tx
    .insertInto('bulletin_figures')
    .values({ bulletin_id: bulletinId, bureau_id: ctx.actor.bureauId, ...kept })
    .onConflict((conflict) => conflict.column('bulletin_id').doUpdateSet(kept))
    .execute();
}

export async function storedFigures(
  reader: Reader,
  bulletinId: string,
): Promise<{ readonly figures: Figures; readonly gatheredAt: Date }> {
  const row = await reader
    .selectFrom('bulletin_figures')
    .select(['figures', 'gathered_at'])
    .where('bulletin_id', '=', bulletinId)
    .executeTakeFirstOrThrow();
  return { figures: row.figures as unknown as Figures, gatheredAt: row.gathered_at };
}
