import type { periods, Received } from '@mingji/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { alongTheLine } from '../../../db/along-the-line.ts';
import { countWork } from '../count-work.ts';
import { periodQuery } from '../period-row.ts';
import { presentPeriod } from '../present.ts';

/** A period belongs to the year in which it ends (§6: a year may run from December to December). */
const yearOf = sql<number>`extract(year from p.to_on)::int`;

export async function listPeriods(ctx: Ctx, { query }: Received<typeof periods.listPeriods>) {
  const { db } = ctx.deps;
  const { page, pageSize, year, ruleSetId, state } = query;
  const passed = sql<boolean>`p.submit_by < ${ctx.now}`;
  const found = periodQuery(db, ctx.actor.bureauId)
    .where(alongTheLine(ctx, sql<string>`u.path`))
    .$if(year !== undefined, (rows) => rows.where(yearOf, '=', year ?? 0))
    .$if(ruleSetId !== undefined, (rows) => rows.where('v.rule_set_id', '=', ruleSetId ?? ''))
    .$if(state !== undefined, (rows) =>
      rows.where(
        sql<string>`case when p.state = 'open' and ${passed} then 'submissionClosed' else p.state end`,
        '=',
        state ?? '',
      ),
    );
  const { total } = await db
    .selectFrom(found.as('found'))
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await found
    .orderBy('u.path')
    .orderBy('r.code')
    .orderBy('p.from_on')
    .orderBy('p.to_on')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  const years = await db
    .selectFrom(periodQuery(db, ctx.actor.bureauId).where(alongTheLine(ctx, sql<string>`u.path`)).as('p'))
    .select(yearOf.as('year'))
    .distinct()
    .orderBy('year', 'desc')
    .limit(101)
    .execute();
  const counts = await countWork(
    db,
    ctx,
    rows.map((row) => row.id),
  );
  return {
    items: rows.map((row) => presentPeriod(ctx, row, counts(row.id))),
    total,
    page,
    pageSize,
    years: years.map((row) => row.year),
  };
}
