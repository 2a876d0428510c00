import type { pilot } from '@mingji/contract';
import { decideAccess } from '@mingji/engine';
import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import { alongTheLine } from '../../db/along-the-line.ts';
import type { Reader } from '../../db/database.ts';
import { localDay } from '../../local-day.ts';

const MOST = 500;

/** Who is switched on, since when, by whom; along the reader's line. Those that count today come first. */
export async function findActivations(reader: Reader, ctx: Ctx): Promise<pilot.ActivationView[]> {
  const today = localDay(ctx.now, ctx.actor.timeZone);
  const rows = await reader
    .selectFrom('unit_activation as a')
    .innerJoin('unit as u', 'u.id', 'a.unit_id')
    .selectAll('a')
    .select([
      'u.name',
      'u.path',
      sql<string>`(select string_agg(up.name, ' / ' order by up.level) from unit up
        where up.bureau_id = u.bureau_id and starts_with(u.path, up.path) and up.id <> u.id)`.as('trail'),
      sql<number>`(select count(*)::int from unit below
        where below.bureau_id = u.bureau_id and below.abolished_on is null and starts_with(below.path, u.path))`.as(
        'units',
      ),
    ])
    .where('a.bureau_id', '=', ctx.actor.bureauId)
    .where(alongTheLine(ctx, sql<string>`u.path`))
    .orderBy(sql`(a.to_on is not null and a.to_on < ${today})`)
    .orderBy('a.from_on', 'desc')
    .orderBy('u.path')
    .limit(MOST)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    unit: { id: row.unit_id, name: row.name },
    trail: row.trail ?? '',
    from: row.from_on,
    to: row.to_on,
    reason: row.reason,
    switchedByName: row.switched_by_name,
    switchedAt: row.switched_at.toISOString(),
    state: row.to_on !== null && row.to_on < today ? 'over' : row.from_on > today ? 'coming' : 'active',
    units: row.units,
    canChange:
      (row.to_on === null || row.to_on >= today) &&
      decideAccess(ctx.actor, 'pilot.manage', { unitPath: row.path }).allowed,
  }));
}
