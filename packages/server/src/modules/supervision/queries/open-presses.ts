import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { findPresses, type PressRow, toReader } from '../press-rows.ts';

/** Presses that wait for this reader's word, for the workbench. */
export function openPresses(ctx: Ctx): Promise<PressRow[]> {
  const where = sql<boolean>`pr.bureau_id = ${ctx.actor.bureauId} and pr.state = 'open' and ${toReader(ctx)}`;
  return findPresses(ctx.deps.db, where, { limit: 200, offset: 0 });
}
