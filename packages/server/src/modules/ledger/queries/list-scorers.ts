import type { scoreLog } from '@mingji/contract';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import { readableEntries } from './entry-reach.ts';

type Answer = z.input<typeof scoreLog.listScorers.response>;

/** Who booked what the reader may see, by name: the choices of the filter by scorer. */
export async function listScorers(
  ctx: Ctx,
  query: z.output<typeof scoreLog.listScorers.query>,
): Promise<Answer> {
  const rows = await (await readableEntries(ctx.deps.db, ctx))
    .$if(query.periodId !== undefined, (each) => each.where('entry.period_id', '=', query.periodId ?? ''))
    .select('entry.by_account_id')
    .select((eb) => eb.fn.countAll<number>().as('entries'))
    .groupBy('entry.by_account_id')
    .orderBy('entries', 'desc')
    .orderBy('entry.by_account_id')
    .limit(200)
    .execute();
  const names = await namesOf(
    ctx,
    rows.map((row) => row.by_account_id),
  );
  return {
    items: rows.map(({ by_account_id: id, entries }) => ({ id, name: names.get(id) ?? '', entries })),
  };
}

/** Looked up for who is shown, not for each entry. */
async function namesOf(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.deps.db
    .selectFrom('account')
    .select(['id', 'display_name'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row.display_name]));
}
