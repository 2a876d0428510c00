import type { scoreLog } from '@mingji/contract';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import { readableEntries } from './list-entries.ts';

type Answer = z.input<typeof scoreLog.listScorers.response>;

/** Who booked what the reader may see, by name: the choices of the filter by scorer. */
export async function listScorers(
  ctx: Ctx,
  query: z.output<typeof scoreLog.listScorers.query>,
): Promise<Answer> {
  const rows = await readableEntries(ctx.deps.db, ctx)
    .innerJoin('account', 'account.id', 'entry.by_account_id')
    .$if(query.periodId !== undefined, (each) => each.where('entry.period_id', '=', query.periodId ?? ''))
    .select(['account.id', 'account.display_name as name'])
    .select((eb) => eb.fn.countAll<number>().as('entries'))
    .groupBy(['account.id', 'account.display_name'])
    .orderBy('entries', 'desc')
    .orderBy('account.display_name')
    .limit(200)
    .execute();
  return { items: rows };
}
