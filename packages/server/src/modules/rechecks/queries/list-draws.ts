import type { rechecks } from '@mingji/contract';
import { scopeOf } from '@mingji/engine';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import type { Reader } from '../../../db/database.ts';
import { scopeFilter } from '../../../db/scope-filter.ts';

type Filter = z.output<typeof rechecks.listRecheckDraws.query>;
interface Row {
  readonly id: string;
  readonly title: string;
  readonly from_on: string;
  readonly to_on: string;
  readonly narrowed: string[];
  readonly population: number;
  readonly wanted_kind: string;
  readonly wanted: number;
  readonly drawn: number;
  readonly seed: string;
  readonly drawn_by_name: string;
  readonly drawn_at: Date;
  readonly waiting: number;
  readonly upheld: number;
  readonly corrected: number;
  readonly noted: number;
}

/** An office sees its own draws and those of the offices below. */
export function drawInReach(ctx: Ctx): RawBuilder<boolean> {
  return scopeFilter(scopeOf(ctx.actor, 'recheck.manage'), { unitPath: sql<string>`u.path` });
}

export async function listRecheckDraws(ctx: Ctx, filter: Filter) {
  const { db } = ctx.deps;
  const where = drawInReach(ctx);
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from recheck_draw d join unit u on u.id = d.unit_id
    where d.bureau_id = ${ctx.actor.bureauId} and ${where}`.execute(db);
  const page = { where, limit: filter.pageSize, offset: (filter.page - 1) * filter.pageSize };
  return {
    items: await drawViews(db, ctx, page),
    total: rows[0]?.total ?? 0,
    page: filter.page,
    pageSize: filter.pageSize,
  };
}

interface Page {
  readonly where: RawBuilder<boolean>;
  readonly limit: number;
  readonly offset: number;
}

export async function drawViews(reader: Reader, ctx: Ctx, page: Page): Promise<rechecks.DrawView[]> {
  const { rows } = await sql<Row>`
    select d.id, d.title, d.from_on, d.to_on, cardinality(d.population) as population, d.wanted_kind, d.wanted,
           d.drawn, d.seed, a.display_name as drawn_by_name, d.drawn_at,
           array_remove(array[p.label, '归口：' || ou.name, '单位：' || su.name, '指标：' || d.indicator_code,
             '审核人：' || ra.display_name], null) as narrowed,
           count(c.id) filter (where c.state = 'assigned') as waiting,
           count(c.id) filter (where c.state = 'upheld') as upheld,
           count(c.id) filter (where c.state = 'corrected') as corrected,
           count(c.id) filter (where c.state = 'noted') as noted
    from recheck_draw d
    join unit u on u.id = d.unit_id
    join account a on a.id = d.drawn_by
    left join recheck_case c on c.draw_id = d.id
    left join period p on p.id = d.period_id
    left join unit ou on ou.id = d.owner_unit_id
    left join unit su on su.id = d.subject_unit_id
    left join account ra on ra.id = d.reviewer_account_id
    where d.bureau_id = ${ctx.actor.bureauId} and ${page.where}
    group by d.id, a.display_name, p.label, ou.name, su.name, ra.display_name
    order by d.drawn_at desc, d.id limit ${page.limit} offset ${page.offset}`.execute(reader);
  return rows.map(({ from_on, to_on, wanted_kind, wanted, drawn_by_name, drawn_at, ...row }) => ({
    ...row,
    from: from_on,
    to: to_on,
    wanted: wanted_kind === 'percent' ? `${wanted}%` : `${wanted} 件`,
    drawnByName: drawn_by_name,
    drawnAt: drawn_at.toISOString(),
  }));
}
