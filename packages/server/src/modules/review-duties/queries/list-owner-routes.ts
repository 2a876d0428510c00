import type { reviewDuties } from '@mingji/contract';
import { scopeOf } from '@mingji/engine';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import { alongTheLine } from '../../../db/along-the-line.ts';
import type { Reader } from '../../../db/database.ts';
import { scopeFilter } from '../../../db/scope-filter.ts';
import { indicatorPlaces, publishedRuleSet } from '../../rule-sets/index.ts';

type Answer = z.input<typeof reviewDuties.listOwnerRoutes.response>;

export async function listOwnerRoutes(ctx: Ctx): Promise<Answer> {
  const { db } = ctx.deps;
  const routes = await ownerRouteViews(db, ctx, alongTheLine(ctx, sql<string>`u.path`));
  return { routes, ruleSets: await ruleSetsToRoute(db, ctx) };
}

export async function ownerRouteViews(
  reader: Reader,
  ctx: Ctx,
  where: RawBuilder<boolean>,
): Promise<reviewDuties.OwnerRouteView[]> {
  const { rows } = await sql<{
    id: string;
    rule_set_id: string;
    name: string;
    indicator_code: string | null;
    from_level: number;
    owner_name: string;
  }>`
    select r.id, r.rule_set_id, s.name, r.indicator_code, r.from_level, r.owner_name
    from owner_route r join rule_set s on s.id = r.rule_set_id join unit u on u.id = s.unit_id
    where r.bureau_id = ${ctx.actor.bureauId} and ${where}
    order by u.path, s.name, r.indicator_code nulls first, r.from_level limit 500`.execute(reader);
  const names = new Map<string, ReadonlyMap<string, string>>();
  for (const id of new Set(rows.map((row) => row.rule_set_id))) {
    const found = await newestIndicators(reader, ctx, id);
    names.set(id, new Map(found.map(({ code, name }) => [code, name])));
  }
  return rows.map((row) => ({
    id: row.id,
    ruleSet: { id: row.rule_set_id, name: row.name },
    indicatorCode: row.indicator_code,
    indicatorName:
      row.indicator_code === null
        ? null
        : (names.get(row.rule_set_id)?.get(row.indicator_code) ?? row.indicator_code),
    fromLevel: row.from_level,
    ownerName: row.owner_name,
  }));
}

/** The methods whose routes the actor may set, with the indicators of their newest published version. */
export async function ruleSetsToRoute(reader: Reader, ctx: Ctx, only?: string): Promise<Answer['ruleSets']> {
  const reach = scopeFilter(scopeOf(ctx.actor, 'ruleSet.edit'), { unitPath: sql<string>`u.path` });
  const { rows } = await sql<{ id: string; name: string }>`
    select s.id, s.name from rule_set s join unit u on u.id = s.unit_id
    where s.bureau_id = ${ctx.actor.bureauId} and ${reach} and (${only ?? null}::uuid is null or s.id = ${only ?? null}::uuid)
      and exists (select from rule_set_version v where v.rule_set_id = s.id and v.state = 'published')
    order by u.path, s.name limit 100`.execute(reader);
  return Promise.all(
    rows.map(async (row) => ({ ...row, indicators: await newestIndicators(reader, ctx, row.id) })),
  );
}

async function newestIndicators(reader: Reader, ctx: Ctx, ruleSetId: string) {
  const version = await reader
    .selectFrom('rule_set_version')
    .select('id')
    .where('rule_set_id', '=', ruleSetId)
    .where('state', '=', 'published')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!version) return [];
  const places = indicatorPlaces(await publishedRuleSet(reader, ctx.actor.bureauId, version.id));
  return places.map(({ indicator: { code, name, owner } }) => ({ code, name, owner })).slice(0, 1000);
}
