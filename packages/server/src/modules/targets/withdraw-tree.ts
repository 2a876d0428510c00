import type { Ctx } from '../../context.ts';
import type { Tx } from '../../db/database.ts';
import { recordTargetEvents } from './record-events.ts';
import { supersede } from './supersede.ts';
import { childrenOf, type TargetRow } from './target-row.ts';

/** Takes a target back with everything handed down from it; what was accepted stays in the ledger (§14). */
export async function withdrawTree(
  tx: Tx,
  ctx: Ctx,
  root: TargetRow,
  reason: string | null,
): Promise<number> {
  const all: TargetRow[] = [];
  for (let floor: TargetRow[] = [root]; floor.length > 0; ) {
    all.push(...floor);
    const ids = floor.map((row) => row.id);
    floor = await childrenOf(tx, ctx.actor.bureauId, ids).orderBy('t.id').forUpdate('t').execute();
  }
  const events = [];
  for (const row of all) {
    const targetId = await supersede(tx, ctx, row, { quantity: row.quantity, state: 'withdrawn' });
    events.push({ targetId, action: 'withdrawn' as const, reason });
  }
  await recordTargetEvents(tx, ctx, events);
  return all.length;
}
