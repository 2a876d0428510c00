import type { bulletins } from '@mingji/contract';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import { likeText } from '../../../db/like-text.ts';
import { bulletinTables, mayApprove, mayDraft, mayRead } from '../reach.ts';
import { bulletinRows } from './bulletin-rows.ts';

type Filter = z.output<typeof bulletins.listBulletins.query>;

/** What the reader may see, newest first; `view` narrows it to what waits for him. */
export async function listBulletins(ctx: Ctx, filter: Filter) {
  const { db } = ctx.deps;
  const where = sql<boolean>`${sql.join([mayRead(ctx), viewOf(ctx, filter), ...conditions(filter)], sql` and `)}`;
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from ${bulletinTables}
    where b.bureau_id = ${ctx.actor.bureauId} and ${where}`.execute(db);
  const items = await bulletinRows(db, ctx, {
    where,
    limit: filter.pageSize,
    offset: (filter.page - 1) * filter.pageSize,
  });
  return {
    items,
    total: rows[0]?.total ?? 0,
    page: filter.page,
    pageSize: filter.pageSize,
    ...(await choices(ctx)),
  };
}

function viewOf(ctx: Ctx, { view, state }: Filter): RawBuilder<boolean> {
  if (view === 'toRead') return unreadByMe(ctx);
  if (view === 'toApprove') return mayApprove(ctx);
  if (view === 'drafts')
    return sql<boolean>`(b.state in ('draft', 'submitted', 'approved') and ${mayDraft(ctx)})`;
  // What was given up is only shown to who asks for it.
  return state === undefined ? sql<boolean>`b.state <> 'discarded'` : sql<boolean>`true`;
}

export function unreadByMe({ actor }: Ctx): RawBuilder<boolean> {
  return sql<boolean>`(b.state = 'published' and exists (select from bulletin_recipient own
    where own.bulletin_id = b.id and own.account_id = ${actor.accountId} and own.read_at is null))`;
}

function conditions(filter: Filter): RawBuilder<boolean>[] {
  const found: RawBuilder<boolean>[] = [];
  if (filter.kind) found.push(sql<boolean>`b.kind = ${filter.kind}`);
  if (filter.year) found.push(sql<boolean>`b.year = ${filter.year}`);
  if (filter.unitId) found.push(sql<boolean>`b.unit_id = ${filter.unitId}`);
  if (filter.state) found.push(sql<boolean>`b.state = ${filter.state}`);
  if (filter.text) {
    const number = sql`b.mark || '〔' || coalesce(b.number_year::text, '') || '〕' || coalesce(b.serial::text, '') || '号'`;
    found.push(
      sql<boolean>`(b.title like ${likeText(filter.text)} or ${number} like ${likeText(filter.text)})`,
    );
  }
  return found;
}

/** The issuing units and the years that the reader has anything of. */
async function choices(ctx: Ctx) {
  const seen = sql`from ${bulletinTables} where b.bureau_id = ${ctx.actor.bureauId} and ${mayRead(ctx)}`;
  const units = await sql<{ id: string; name: string }>`
    select distinct iu.id, iu.name, iu.path ${seen} order by iu.path limit 200`.execute(ctx.deps.db);
  const years = await sql<{ year: number }>`
    select distinct b.year ${seen} order by b.year desc limit 101`.execute(ctx.deps.db);
  return {
    units: units.rows.map(({ id, name }) => ({ id, name })),
    years: years.rows.map(({ year }) => year),
  };
}
