import type { rechecks } from '@mingji/contract';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import { notFound } from '../../../refusal.ts';
import { loadCheckers, loadDrawn, mayCheck, waitingRechecks } from '../choose-checkers.ts';
import { drawInReach } from './list-draws.ts';

type Answer = z.input<typeof rechecks.listRecheckCheckers.response>;
const MOST = 200;

/** Who may take over at least one case of the draw that still waits; who has the fewest comes first. */
export async function listRecheckCheckers(ctx: Ctx, drawId: string): Promise<Answer> {
  const { db } = ctx.deps;
  const { rows } = await sql<{ ids: string[] }>`
    select array(select c.submission_id from recheck_case c where c.draw_id = d.id and c.state = 'assigned') as ids
    from recheck_draw d join unit u on u.id = d.unit_id
    where d.bureau_id = ${ctx.actor.bureauId} and d.id = ${drawId} and ${drawInReach(ctx)}`.execute(db);
  const [draw] = rows;
  if (!draw) throw notFound('抽查');
  const drawn = await loadDrawn(db, draw.ids);
  const fit = (await loadCheckers(db, ctx, [])).filter((each) => drawn.some((work) => mayCheck(each, work)));
  const waiting = await waitingRechecks(db, ctx.actor.bureauId);
  return {
    checkers: fit
      .map(({ accountId, name, unitName, away }) => ({
        id: accountId,
        name,
        unitName,
        waiting: waiting.get(accountId) ?? 0,
        away,
      }))
      .sort((a, b) => Number(a.away) - Number(b.away) || a.waiting - b.waiting)
      .slice(0, MOST),
  };
}
