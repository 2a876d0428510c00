import type { Received, results } from '@mingji/contract';
import type { Ctx } from '../../../context.ts';
import { presentSeal, sealQuery, sealRows, sealYear } from '../seal-list.ts';

/** The seals with what the last verification of each found; what to filter by comes with them. */
export async function listSeals(ctx: Ctx, query: Received<typeof results.listSeals>['query']) {
  const { db } = ctx.deps;
  const { bureauId } = ctx.actor;
  const { page, pageSize, ...filter } = query;
  const found = await sealQuery(db, bureauId, filter)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  const rows = await sealRows(db, bureauId, filter)
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  const failed = await sealQuery(db, bureauId, { outcome: 'failed' })
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return {
    items: rows.map(presentSeal),
    total: found.n,
    page,
    pageSize,
    failed: failed.n,
    ...(await choices(ctx)),
  };
}

async function choices(ctx: Ctx) {
  const all = sealQuery(ctx.deps.db, ctx.actor.bureauId, {});
  const years = await all.select(sealYear.as('year')).distinct().orderBy('year', 'desc').limit(101).execute();
  const ruleSets = await all
    .select(['rule_set.id', 'rule_set.name'])
    .distinct()
    .orderBy('rule_set.name')
    .limit(200)
    .execute();
  return { years: years.map(({ year }) => year), ruleSets };
}
