import type { Received, supervision } from '@mingji/contract';
import { decideAccess, MATTER_KINDS, type MatterKind, scopeOf } from '@mingji/engine';
import { sql } from 'kysely';
import { requireAccess } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { findUnit, type Unit } from '../../organization/index.ts';
import { mattersTable } from '../find-matters.ts';
import { mayPress } from '../press-reach.ts';
import { supervisionView } from '../supervision-view.ts';

interface Row {
  /** A unit's code, an officer's id, or `own`. */
  readonly child: string;
  readonly kind: MatterKind;
  readonly late: number;
  readonly near: number;
  readonly unit_id: string | null;
  readonly officer_id: string | null;
  readonly name: string | null;
  readonly path: string;
}

/** How much is late at whom directly below: where an office of a city presses first (P10). */
export async function listMattersByUnit(ctx: Ctx, { query }: Received<typeof supervision.listMattersByUnit>) {
  const { db } = ctx.deps;
  const { bureauId, timeZone } = ctx.actor;
  const unit = await findUnit(db, bureauId, query.unitId ?? (await highestInReach(ctx)));
  requireAccess(ctx, 'supervision.read', { unitPath: unit.path });
  const view = await supervisionView(db, { bureauId, timeZone, now: ctx.now });
  const ofMethod =
    query.ruleSetId === undefined ? sql<boolean>`true` : sql<boolean>`m.rule_set_id = ${query.ruleSetId}`;
  const where = sql<boolean>`starts_with(m.path, ${unit.path}) and ${ofMethod}`;
  const { rows } = await sql<Row>`
    select g.*, u.id as unit_id, o.id as officer_id, coalesce(u.name, o.name) as name,
      coalesce(u.path, ${unit.path}) as path
    from (
      select case when m.path = ${unit.path} then coalesce(m.officer_id::text, 'own')
                  else split_part(substr(m.path, length(${unit.path}) + 1), '/', 1) end as child, m.kind,
        (count(*) filter (where m.state = 'late'))::int as late,
        (count(*) filter (where m.state = 'near'))::int as near
      from ${mattersTable(view, where)} m where m.state <> 'waiting' group by 1, 2) g
    left join unit u on u.bureau_id = ${bureauId} and u.code = g.child
    left join officer o on o.bureau_id = ${bureauId} and o.id::text = g.child
    order by g.child`.execute(db);
  return {
    unit: { id: unit.id, name: unit.name },
    above: await above(ctx, unit),
    rows: byChild(rows)
      .map((ofChild) => present(ctx, unit, ofChild))
      .sort((a, b) => b.late - a.late || b.near - a.near)
      .slice(0, 2000),
  };
}

function byChild(rows: readonly Row[]): readonly (readonly Row[])[] {
  const children = new Map<string, Row[]>();
  for (const row of rows) children.set(row.child, [...(children.get(row.child) ?? []), row]);
  return [...children.values()];
}

function present(ctx: Ctx, unit: Unit, rows: readonly Row[]): supervision.SupervisedUnit {
  const [first] = rows;
  const sum = (state: 'late' | 'near') => rows.reduce((total, row) => total + row[state], 0);
  const own = first?.child === 'own';
  const path = first?.path ?? unit.path;
  const officerId = first?.officer_id ?? null;
  return {
    kind: own ? 'own' : officerId === null ? 'unit' : 'officer',
    id: first?.unit_id ?? officerId ?? unit.id,
    name: first?.name ?? `${unit.name}本级`,
    late: sum('late'),
    near: sum('near'),
    counts: MATTER_KINDS.map((kind) => {
      const row = rows.find((each) => each.kind === kind);
      return { kind, late: row?.late ?? 0, near: row?.near ?? 0 };
    }),
    canPress: !own && mayPress(ctx.actor, { path, officer_id: officerId }),
  };
}

async function highestInReach(ctx: Ctx): Promise<string> {
  const { wholeBureau, subtrees } = scopeOf(ctx.actor, 'supervision.read');
  const unit = await ctx.deps.db
    .selectFrom('unit')
    .select('id')
    .where('bureau_id', '=', ctx.actor.bureauId)
    .$if(!wholeBureau, (units) => units.where('path', 'in', subtrees.length > 0 ? [...subtrees] : ['']))
    .orderBy('level')
    .orderBy('path')
    .executeTakeFirst();
  return unit?.id ?? '';
}

async function above(ctx: Ctx, unit: Unit) {
  const line = await ctx.deps.db
    .selectFrom('unit')
    .select(['id', 'name', 'path'])
    .where('bureau_id', '=', ctx.actor.bureauId)
    .where(sql<boolean>`starts_with(${unit.path}, path)`)
    .orderBy('level')
    .limit(20)
    .execute();
  return line
    .filter(({ path }) => decideAccess(ctx.actor, 'supervision.read', { unitPath: path }).allowed)
    .map(({ id, name }) => ({ id, name }));
}
