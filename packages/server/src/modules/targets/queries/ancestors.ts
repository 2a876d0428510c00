import { decideAccess } from '@mingji/engine';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import type { Reader } from '../../../db/database.ts';

/** The units above, from the top, as far as the reader may open them (P1). */
export async function openableAncestors(db: Reader, ctx: Ctx, unitPath: string) {
  const rows = await db
    .selectFrom('unit')
    .select(['id', 'name', 'path'])
    .where('bureau_id', '=', ctx.actor.bureauId)
    .where(sql<boolean>`starts_with(${unitPath}, path)`)
    .orderBy('level')
    .execute();
  return rows
    .filter((row) => decideAccess(ctx.actor, 'target.read', { unitPath: row.path }).allowed)
    .map(({ id, name }) => ({ id, name }));
}
