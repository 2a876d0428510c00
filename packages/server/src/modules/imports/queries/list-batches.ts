import type { imports } from '@mingji/contract';
import { scopeOf } from '@mingji/engine';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { scopeFilter } from '../../../db/scope-filter.ts';
import { batchQuery, typedBatch } from '../batch.ts';
import { presentBatchLine } from '../present.ts';

export interface BatchFilter {
  readonly state?: string | undefined;
  readonly kind?: string | undefined;
  readonly page: number;
  readonly pageSize: number;
}

export async function listBatches(ctx: Ctx, filter: BatchFilter) {
  const found = batchQuery(ctx.deps.db, ctx.actor.bureauId)
    .where(scopeFilter(scopeOf(ctx.actor, 'import.run'), { unitPath: sql<string>`u.path` }))
    .$if(filter.state !== undefined, (query) => query.where('b.state', '=', filter.state ?? ''))
    .$if(filter.state === undefined, (query) => query.where('b.state', '<>', 'abandoned'))
    .$if(filter.kind !== undefined, (query) => query.where('b.kind', '=', filter.kind ?? ''));
  const [rows, counted] = await Promise.all([
    found
      .orderBy('b.created_at', 'desc')
      .limit(filter.pageSize)
      .offset((filter.page - 1) * filter.pageSize)
      .execute(),
    found.clearSelect().select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow(),
  ]);
  const items: imports.ImportBatchLine[] = rows.map((row) => presentBatchLine(typedBatch(row)));
  return { items, total: counted.total, page: filter.page, pageSize: filter.pageSize };
}
