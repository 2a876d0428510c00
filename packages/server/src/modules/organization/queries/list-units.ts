import type { organization } from '@mingji/contract';
import { decideAccess } from '@mingji/engine';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import type { Reader } from '../../../db/database.ts';
import { localDay } from '../../../local-day.ts';
import { notFound } from '../../../refusal.ts';

/** The tree for screens, parents before children. Everybody with business in the bureau may see its structure. */
export async function listUnits(
  db: Reader,
  ctx: Ctx,
  wanted: { withAbolished: boolean; unitId?: string },
): Promise<organization.UnitView[]> {
  const today = localDay(ctx.now, ctx.actor.timeZone);
  const rows = await db
    .selectFrom('unit')
    .selectAll()
    .select([
      sql<string[]>`array(select alias from unit_alias a where a.unit_id = unit.id order by alias)`.as(
        'aliases',
      ),
      sql<string | null>`(select name from unit next where next.id = unit.succeeded_by)`.as('successor_name'),
      serving(today, sql`o.category = 'officer'`).as('officers'),
      serving(today, sql`o.category <> 'officer'`).as('auxiliaries'),
    ])
    .where('bureau_id', '=', ctx.actor.bureauId)
    .$if(!wanted.withAbolished && wanted.unitId === undefined, (query) =>
      query.where(sql<boolean>`(abolished_on is null or abolished_on > ${today})`),
    )
    .$if(wanted.unitId !== undefined, (query) => query.where('id', '=', wanted.unitId ?? ''))
    .orderBy('path')
    .limit(10_000)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    parentId: row.parent_id,
    code: row.code,
    name: row.name,
    kind: row.kind as organization.UnitView['kind'],
    level: row.level,
    path: row.path,
    sortOrder: row.sort_order,
    abolishedOn: row.abolished_on,
    succeededBy: row.succeeded_by === null ? null : { id: row.succeeded_by, name: row.successor_name ?? '' },
    aliases: row.aliases,
    officers: row.officers,
    auxiliaries: row.auxiliaries,
    abilities: { manage: decideAccess(ctx.actor, 'unit.manage', { unitPath: row.path }).allowed },
  }));
}

export async function viewUnit(db: Reader, ctx: Ctx, unitId: string): Promise<organization.UnitView> {
  const [unit] = await listUnits(db, ctx, { withAbolished: true, unitId });
  if (!unit) throw notFound('机构');
  return unit;
}

function serving(today: string, condition: ReturnType<typeof sql>) {
  return sql<number>`(
    select count(*)::int from membership m join officer o on o.id = m.officer_id
    where m.unit_id = unit.id and m.from_on <= ${today} and (m.to_on is null or m.to_on >= ${today})
      and ${condition})`;
}
