import type { Received, supervision } from '@mingji/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { findUnit } from '../../organization/index.ts';
import { belowReader, findPresses, presentPress, pressTables, toReader } from '../press-rows.ts';

/** Presses to the reader, or those about work below him; open ones first, then the newest. */
export async function listPresses(ctx: Ctx, { query }: Received<typeof supervision.listPresses>) {
  const { db } = ctx.deps;
  const { bureauId } = ctx.actor;
  const parts = [
    sql<boolean>`pr.bureau_id = ${bureauId}`,
    query.view === 'toMe' ? toReader(ctx) : belowReader(ctx),
  ];
  if (query.state !== undefined) parts.push(sql<boolean>`pr.state = ${query.state}`);
  if (query.kind !== undefined) parts.push(sql<boolean>`pr.matter_kind = ${query.kind}`);
  if (query.pressKind !== undefined) parts.push(sql<boolean>`pr.kind = ${query.pressKind}`);
  if (query.unitId !== undefined) {
    const unit = await findUnit(db, bureauId, query.unitId);
    parts.push(sql<boolean>`starts_with(lu.path, ${unit.path})`);
  }
  const where = sql<boolean>`${sql.join(parts, sql` and `)}`;
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from ${pressTables} where ${where}`.execute(db);
  const items = await findPresses(db, where, {
    limit: query.pageSize,
    offset: (query.page - 1) * query.pageSize,
  });
  return {
    items: items.map((row) => presentPress(ctx, row)),
    total: rows[0]?.total ?? 0,
    page: query.page,
    pageSize: query.pageSize,
  };
}
