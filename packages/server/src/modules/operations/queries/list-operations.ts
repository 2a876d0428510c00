import type { operations, Received } from '@mingji/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { alongTheLine } from '../../../db/along-the-line.ts';
import { operationRows, presentOperation } from '../operation-rows.ts';

/** Operations of one's own units, of those above and of those below (P1). */
export async function listOperations(ctx: Ctx, { query }: Received<typeof operations.listOperations>) {
  const { page, pageSize, phase } = query;
  const { db } = ctx.deps;
  const ended = sql<boolean>`p.state in ('inNotice', 'sealed')`;
  const inPhase =
    phase === undefined ? sql<boolean>`true` : phase === 'ended' ? ended : sql<boolean>`not (${ended})`;
  const where = sql<boolean>`${alongTheLine(ctx, sql<string>`u.path`)} and ${inPhase}`;
  const rows = await operationRows(db, ctx, { where, limit: pageSize, offset: (page - 1) * pageSize });
  const { rows: counted } = await sql<{ total: number }>`
    select count(*)::int as total from operation o join period p on p.id = o.period_id
    join unit u on u.id = o.unit_id where o.bureau_id = ${ctx.actor.bureauId} and ${where}`.execute(db);
  return {
    items: rows.map((row) => presentOperation(ctx, row)),
    total: counted[0]?.total ?? 0,
    page,
    pageSize,
  };
}
