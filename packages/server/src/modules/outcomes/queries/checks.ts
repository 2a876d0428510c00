import type { outcomes } from '@mingji/contract';
import { scopeOf } from '@mingji/engine';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { scopeFilter } from '../../../db/scope-filter.ts';
import { notFound } from '../../../refusal.ts';
import { type CheckRow, presentCheck, presentNominees } from '../stored-check.ts';

/** One's own checks, and those made below one. */
function readable({ actor }: Ctx): RawBuilder<boolean> {
  return sql<boolean>`(c.by_account_id = ${actor.accountId}
    or ${scopeFilter(scopeOf(actor, 'outcome.check'), { unitPath: sql<string>`u.path` })})`;
}

export async function listChecks(ctx: Ctx, { page, pageSize }: { page: number; pageSize: number }) {
  const { db } = ctx.deps;
  const from = sql`from commendation_check c join unit u on u.id = c.unit_id
    where c.bureau_id = ${ctx.actor.bureauId} and ${readable(ctx)}`;
  const total = await sql<{ n: number }>`select count(*) as n ${from}`.execute(db);
  const { rows } = await sql<CheckRow>`
    select c.* ${from} order by c.at desc, c.id limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(
    db,
  );
  return { items: rows.map(presentCheck), total: total.rows[0]?.n ?? 0, page, pageSize };
}

export async function findCheck(ctx: Ctx, checkId: string): Promise<CheckRow> {
  const { rows } = await sql<CheckRow>`
    select c.* from commendation_check c join unit u on u.id = c.unit_id
    where c.bureau_id = ${ctx.actor.bureauId} and c.id = ${checkId} and ${readable(ctx)}`.execute(
    ctx.deps.db,
  );
  const [row] = rows;
  if (!row) throw notFound('评优核查记录');
  return row;
}

export async function getCheck(ctx: Ctx, checkId: string): Promise<{ check: outcomes.CheckDetail }> {
  const row = await findCheck(ctx, checkId);
  return { check: { ...presentCheck(row), nominees: presentNominees(ctx, row) } };
}
