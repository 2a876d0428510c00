import type { Received, supervision } from '@mingji/contract';
import { MATTER_KINDS, scopeOf } from '@mingji/engine';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { scopeFilter } from '../../../db/scope-filter.ts';
import { findUnit } from '../../organization/index.ts';
import { findAndCount, type MatterCount } from '../find-matters.ts';
import { matterFilter } from '../matter-filter.ts';
import { presentMatter } from '../present-matter.ts';
import { pressable } from '../press-reach.ts';
import { supervisionView } from '../supervision-view.ts';

/** What is late or stuck below the viewer, the longest waiting first (P10). */
export async function listMatters(ctx: Ctx, { query }: Received<typeof supervision.listMatters>) {
  const { db } = ctx.deps;
  const { bureauId, timeZone } = ctx.actor;
  const view = await supervisionView(db, { bureauId, timeZone, now: ctx.now });
  const reach = scopeFilter(scopeOf(ctx.actor, 'supervision.read'), { unitPath: sql<string>`m.path` });
  const wanted = await matterFilter(ctx, reach, query);
  const { rows, counts: found } = await findAndCount(
    db,
    view,
    { ...wanted, pressable: pressable(ctx.actor) },
    { limit: query.pageSize, offset: (query.page - 1) * query.pageSize },
  );
  const counts = found.filter(
    ({ rule_set_id }) => query.ruleSetId === undefined || rule_set_id === query.ruleSetId,
  );
  const meant = counts.filter(
    ({ kind, state }) =>
      (query.kind === undefined || kind === query.kind) &&
      (query.state === 'all' || (query.state === 'open' ? state !== 'waiting' : state === query.state)),
  );
  const countOf = (kind: string, state: string) =>
    counts.filter((each) => each.kind === kind && each.state === state).reduce((sum, { n }) => sum + n, 0);
  const unit = query.unitId === undefined ? null : await findUnit(db, bureauId, query.unitId);
  return {
    items: rows.map((row) => presentMatter(ctx, view, row)),
    total: meant.reduce((sum, { n }) => sum + n, 0),
    pressable: meant.reduce((sum, each) => sum + each.pressable, 0),
    page: query.page,
    pageSize: query.pageSize,
    counts: MATTER_KINDS.map((kind) => ({ kind, late: countOf(kind, 'late'), near: countOf(kind, 'near') })),
    ruleSets: await ruleSetsOf(ctx, found),
    unit: unit === null ? null : { id: unit.id, name: unit.name },
    calendarNotice: view.calendarNotice,
    pressAgainHours: view.settings.pressAgainHours,
  };
}

/** The methods that have something late below the viewer: a county sees its own beside the city's (P1). */
async function ruleSetsOf(ctx: Ctx, found: readonly MatterCount[]) {
  const ids = found.flatMap(({ state, rule_set_id }) => (state === 'waiting' ? [] : [rule_set_id]));
  if (ids.length === 0) return [];
  return ctx.deps.db
    .selectFrom('rule_set')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .orderBy('name')
    .limit(200)
    .execute();
}
