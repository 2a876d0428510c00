import type { unitHome } from '@mingji/contract';
import { decideAccess } from '@mingji/engine';
import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import { localDay } from '../../local-day.ts';
import { findUnit, serviceOn } from '../organization/index.ts';
import { unitPeriods } from './unit-periods.ts';
import { unitMethods } from './unit-standings.ts';
import { unitTargets } from './unit-targets.ts';

type Unit = Awaited<ReturnType<typeof findUnit>>;

/** P2: a unit at one glance. Head facts and ranks are for everybody; what it scored and has to do, for its line. */
export async function getUnitHome(ctx: Ctx, unitId: string): Promise<unitHome.UnitHome> {
  const { db } = ctx.deps;
  const unit = await findUnit(db, ctx.actor.bureauId, unitId);
  const mayOpen = decideAccess(ctx.actor, 'result.read', { unitPath: unit.path }).allowed;
  const inReach = mayOpen || isOwn(ctx, unit);
  const head = await headFacts(ctx, unit);
  return {
    unit: head.unit,
    trail: head.trail,
    leader: head.leader,
    officers: head.officers,
    auxiliaries: head.auxiliaries,
    children: head.children,
    inReach,
    mayOpen,
    canReport: decideAccess(ctx.actor, 'submission.create', { unitPath: unit.path }).allowed,
    methods: await unitMethods(ctx, unit, inReach),
    periods: inReach ? await unitPeriods(ctx, unit) : [],
    targets: inReach ? await unitTargets(ctx, unit) : [],
    openAppeals: inReach ? await openAppeals(ctx, unit) : null,
  };
}

/** An officer sees the work of the unit he serves in; nobody's own score is among it. */
function isOwn(ctx: Ctx, unit: Unit): boolean {
  return ctx.actor.grants.some(({ unitPath }) => unitPath === unit.path);
}

async function headFacts(ctx: Ctx, unit: Unit) {
  const { db } = ctx.deps;
  const { bureauId, timeZone } = ctx.actor;
  const today = localDay(ctx.now, timeZone);
  const row = await db
    .selectFrom('unit')
    .select(['id', 'name', 'code', 'kind', 'abolished_on'])
    .where('id', '=', unit.id)
    .executeTakeFirstOrThrow();
  const { rows: trail } = await sql<{ id: string; name: string }>`
    select id, name from unit where bureau_id = ${bureauId} and starts_with(${unit.path}, path) and id <> ${unit.id}
    order by length(path) limit 10`.execute(db);
  const children = await db
    .selectFrom('unit')
    .select(['id', 'name'])
    .where('parent_id', '=', unit.id)
    .where('abolished_on', 'is', null)
    .orderBy('sort_order')
    .orderBy('path')
    .limit(200)
    .execute();
  const { rows: people } = await sql<{ category: string; n: number }>`
    select o.category, count(*)::int as n from officer o
    join ${serviceOn(bureauId, today)} service on service.officer_id = o.id
    join unit u on u.id = service.unit_id
    where o.bureau_id = ${bureauId} and starts_with(u.path, ${unit.path})
      and (o.left_on is null or o.left_on >= ${today}) group by 1`.execute(db);
  const officers = people.find(({ category }) => category === 'officer')?.n ?? 0;
  const all = people.reduce((sum, { n }) => sum + n, 0);
  return {
    unit: {
      id: row.id,
      name: row.name,
      code: row.code,
      kind: row.kind as unitHome.UnitHome['unit']['kind'],
      abolishedOn: row.abolished_on,
    },
    trail,
    children,
    leader: await leaderOf(ctx, unit, today),
    officers,
    auxiliaries: all - officers,
  };
}

async function leaderOf(ctx: Ctx, unit: Unit, today: string): Promise<unitHome.UnitHome['leader']> {
  const { rows } = await sql<{ name: string; position: string }>`
    select coalesce(o.name, a.display_name) as name, coalesce(service.position, '负责人') as position
    from account_role r join account a on a.id = r.account_id left join officer o on o.id = a.officer_id
    left join ${serviceOn(ctx.actor.bureauId, today)} service on service.officer_id = o.id
    where r.role = 'unitHead' and r.unit_id = ${unit.id} and a.state = 'active'
    order by a.officer_id is null, a.username limit 1`.execute(ctx.deps.db);
  return rows[0] ?? null;
}

async function openAppeals(ctx: Ctx, unit: Unit): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from appeal
    where bureau_id = ${ctx.actor.bureauId} and subject_kind = 'unit' and subject_id = ${unit.id}
      and state = 'filed'`.execute(ctx.deps.db);
  return rows[0]?.n ?? 0;
}
