import type { Answer, identity } from '@mingji/contract';
import { type SqlBool, sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import { presentAuditEvent } from '../present.ts';

type Filter = z.output<typeof identity.listAuditEvents.query>;

/** The log, newest first. Days are days of the bureau's own clock. */
export async function listAuditEvents(
  ctx: Ctx,
  filter: Filter,
): Promise<Answer<typeof identity.listAuditEvents>> {
  const matching = matchingEvents(ctx, filter);
  const [rows, counted] = await Promise.all([
    matching
      .selectAll()
      .orderBy('seq', 'desc')
      .limit(filter.pageSize)
      .offset((filter.page - 1) * filter.pageSize)
      .execute(),
    matching.select((events) => events.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ]);
  return {
    items: rows.map(presentAuditEvent),
    total: counted.total,
    page: filter.page,
    pageSize: filter.pageSize,
  };
}

function matchingEvents(ctx: Ctx, filter: Filter) {
  let events = ctx.deps.db.selectFrom('audit_event').where('bureau_id', '=', ctx.actor.bureauId);
  if (filter.action !== undefined) events = events.where('action', '=', filter.action);
  if (filter.from !== undefined)
    events = events.where('at', '>=', startOf(filter.from, 0, ctx.actor.timeZone));
  if (filter.to !== undefined) events = events.where('at', '<', startOf(filter.to, 1, ctx.actor.timeZone));
  if (filter.text) {
    const wanted = filter.text.toLowerCase();
    events = events.where(
      sql<SqlBool>`(position(${wanted} in lower(summary)) > 0 or position(${wanted} in lower(account_name)) > 0
        or subject_id = ${filter.text})`,
    );
  }
  return events;
}

function startOf(day: string, daysLater: number, timeZone: string) {
  return sql<Date>`(${day}::date + ${daysLater}::int)::timestamp at time zone ${timeZone}`;
}
