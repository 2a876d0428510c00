import type { reviewDuties } from '@mingji/contract';
import { decideAccess, scopeOf } from '@mingji/engine';
import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import type { Reader } from '../../../db/database.ts';
import { scopeFilter } from '../../../db/scope-filter.ts';

type Filter = z.output<typeof reviewDuties.listHandovers.query>;
interface Row {
  readonly id: string;
  readonly state: reviewDuties.HandoverView['state'];
  readonly account_id: string;
  readonly account_name: string;
  readonly deputy_id: string;
  readonly deputy_name: string;
  readonly from_on: string;
  readonly to_on: string;
  readonly reason: string;
  readonly made_by_name: string;
  readonly made_at: Date;
  readonly unit_paths: string[];
}

/** One's own, those one stands in for, and those of the units whose reviews one arranges; the newest first. */
export async function listHandovers(ctx: Ctx, filter: Filter) {
  const { db } = ctx.deps;
  const where = sql<boolean>`${inReach(ctx)}
    and (${filter.open ?? null}::text is null or h.state in ('planned', 'running'))`;
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from review_handover h
    where h.bureau_id = ${ctx.actor.bureauId} and ${where}`.execute(db);
  return {
    items: await handoverViews(db, ctx, {
      where,
      limit: filter.pageSize,
      offset: (filter.page - 1) * filter.pageSize,
    }),
    total: rows[0]?.total ?? 0,
    page: filter.page,
    pageSize: filter.pageSize,
  };
}

function inReach(ctx: Ctx): RawBuilder<boolean> {
  const arranged = scopeFilter(scopeOf(ctx.actor, 'review.arrange'), { unitPath: sql<string>`u.path` });
  return sql<boolean>`(${ctx.actor.accountId} in (h.account_id, h.deputy_account_id) or exists (
    select from account_role r join unit u on u.id = r.unit_id
    where r.account_id = h.account_id and r.role = 'reviewer' and ${arranged}))`;
}

interface Wanted {
  readonly where?: RawBuilder<boolean>;
  readonly ids?: readonly string[];
  readonly limit: number;
  readonly offset: number;
}

export async function handoverViews(
  reader: Reader,
  ctx: Ctx,
  wanted: Wanted,
): Promise<reviewDuties.HandoverView[]> {
  const where = wanted.where ?? sql<boolean>`h.id = any(${[...(wanted.ids ?? [])]}::uuid[])`;
  const { rows } = await sql<Row>`
    select h.id, h.state, h.from_on, h.to_on, h.reason, h.made_at, a.id as account_id,
           a.display_name as account_name, d.id as deputy_id, d.display_name as deputy_name,
           m.display_name as made_by_name, array(
             select u.path from account_role r join unit u on u.id = r.unit_id
             where r.account_id = h.account_id and r.role = 'reviewer') as unit_paths
    from review_handover h
    join account a on a.id = h.account_id
    join account d on d.id = h.deputy_account_id
    join account m on m.id = h.made_by
    where h.bureau_id = ${ctx.actor.bureauId} and ${where}
    order by h.state in ('ended', 'cancelled'), h.from_on desc, h.made_at desc
    limit ${wanted.limit} offset ${wanted.offset}`.execute(reader);
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    account: { id: row.account_id, name: row.account_name },
    deputy: { id: row.deputy_id, name: row.deputy_name },
    fromOn: row.from_on,
    toOn: row.to_on,
    reason: row.reason,
    madeByName: row.made_by_name,
    madeAt: row.made_at.toISOString(),
    canEnd: (row.state === 'planned' || row.state === 'running') && mayEnd(ctx, row),
  }));
}

function mayEnd(ctx: Ctx, row: Row): boolean {
  if (row.account_id === ctx.actor.accountId) return true;
  return row.unit_paths.some((unitPath) => decideAccess(ctx.actor, 'review.arrange', { unitPath }).allowed);
}

/** The units for which an account holds the reviewer's role. */
export async function reviewUnitsOf(reader: Reader, accountId: string) {
  return reader
    .selectFrom('account_role')
    .innerJoin('unit', 'unit.id', 'account_role.unit_id')
    .innerJoin('account', 'account.id', 'account_role.account_id')
    .select(['unit.id', 'unit.path'])
    .where('account_role.account_id', '=', accountId)
    .where('account_role.role', '=', 'reviewer')
    .where('account.state', '=', 'active')
    .execute();
}
