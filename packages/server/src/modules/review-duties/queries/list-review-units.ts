import type { reviewDuties } from '@mingji/contract';
import { decideAccess, scopeOf } from '@mingji/engine';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import { scopeFilter } from '../../../db/scope-filter.ts';
import { indicatorPlaces, publishedRuleSet } from '../../rule-sets/index.ts';
import { presentReviewers } from '../present-reviewers.ts';
import { reviewersOf } from '../reviewers.ts';
import { timeLimitOf } from '../time-limits.ts';

type Answer = z.input<typeof reviewDuties.listReviewUnits.response>;
interface UnitRow {
  readonly id: string;
  readonly name: string;
  readonly path: string;
}

/** The departments in reach that have reviewers, each with order, limit and what it reviews. */
export async function listReviewUnits(ctx: Ctx): Promise<Answer> {
  const { db } = ctx.deps;
  const path = sql<string>`u.path`;
  const reach = scopeFilter(scopeOf(ctx.actor, 'review.assign'), { unitPath: path, ownerUnitPath: path });
  const { rows } = await sql<UnitRow>`
    select u.id, u.name, u.path from unit u
    where u.bureau_id = ${ctx.actor.bureauId} and u.abolished_on is null and ${reach}
      and exists (select from account_role r join account a on a.id = r.account_id
                  where r.unit_id = u.id and r.role = 'reviewer' and a.state = 'active')
    order by u.path limit 200`.execute(db);
  const indicators = await indicatorsOf(ctx, rows);
  return { units: await Promise.all(rows.map((unit) => presentUnit(ctx, unit, indicators))) };
}

type Indicators = ReadonlyMap<string, readonly { readonly code: string; readonly name: string }[]>;

async function presentUnit(
  ctx: Ctx,
  unit: UnitRow,
  indicators: Indicators,
): Promise<Answer['units'][number]> {
  const { db } = ctx.deps;
  const limit = await timeLimitOf(db, unit.id);
  const reviewers = await reviewersOf(db, ctx.actor.bureauId, unit.path);
  const own = indicators.get(unit.id) ?? [];
  return {
    unit: { id: unit.id, name: unit.name },
    ...limit,
    reviewers: await presentReviewers(db, ctx, reviewers),
    orders: await ordersOf(ctx, unit.id, own),
    indicators: [...own],
    canArrange: decideAccess(ctx.actor, 'review.arrange', { unitPath: unit.path }).allowed,
  };
}

async function ordersOf(ctx: Ctx, unitId: string, indicators: readonly { code: string; name: string }[]) {
  const rows = await ctx.deps.db
    .selectFrom('review_assignment')
    .innerJoin('account', 'account.id', 'review_assignment.account_id')
    .select(['review_assignment.indicator_code', 'account.id', 'account.display_name'])
    .where('review_assignment.unit_id', '=', unitId)
    .orderBy(sql`indicator_code nulls first`)
    .orderBy('rank')
    .limit(4000)
    .execute();
  const codes = [...new Set(rows.map((row) => row.indicator_code))].slice(0, 200);
  return codes.map((code) => ({
    indicatorCode: code,
    indicatorName: code === null ? null : (indicators.find((each) => each.code === code)?.name ?? code),
    accounts: rows
      .filter((row) => row.indicator_code === code)
      .map((row) => ({ id: row.id, name: row.display_name })),
  }));
}

/** What each unit has been given to review, by the newest version of the method that names it. */
async function indicatorsOf(ctx: Ctx, units: readonly UnitRow[]): Promise<Indicators> {
  const { rows } = await sql<{ unit_id: string; code: string; version_id: string }>`
    select s.owner_unit_id as unit_id, s.indicator_code as code, max(p.rule_set_version_id::text) as version_id
    from submission s join period p on p.id = s.period_id
    where s.owner_unit_id = any(${units.map(({ id }) => id)}::uuid[])
    group by 1, 2 order by 1, 2 limit 5000`.execute(ctx.deps.db);
  const names = new Map<string, ReadonlyMap<string, string>>();
  for (const id of new Set(rows.map((row) => row.version_id))) {
    const places = indicatorPlaces(await publishedRuleSet(ctx.deps.db, ctx.actor.bureauId, id));
    names.set(id, new Map(places.map(({ indicator }) => [indicator.code, indicator.name])));
  }
  const found = new Map<string, { code: string; name: string }[]>();
  for (const { unit_id, code, version_id } of rows) {
    const list = found.get(unit_id) ?? [];
    if (list.length < 1000) list.push({ code, name: names.get(version_id)?.get(code) ?? code });
    found.set(unit_id, list);
  }
  return found;
}
