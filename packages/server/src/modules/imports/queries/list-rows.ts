import type { Ctx } from '../../../context.ts';
import { findBatch } from '../batch.ts';
import { judgeBatch } from '../judge-batch.ts';
import { type DecidedRow, sectionRows } from '../judgement.ts';
import { presentRow } from '../present.ts';

export interface RowFilter {
  readonly section: 'records' | 'decomposition';
  readonly verdict?: string | undefined;
  readonly problem?: string | undefined;
  readonly only?: 'taken' | 'left' | 'skipped' | 'hidden' | undefined;
  readonly text?: string | undefined;
  readonly page: number;
  readonly pageSize: number;
}

export async function listRows(ctx: Ctx, batchId: string, filter: RowFilter) {
  const batch = await findBatch(ctx.deps.db, ctx, batchId);
  const judgement = await judgeBatch(ctx.deps.db, ctx, batch);
  const rows = sectionRows(judgement, filter.section).filter((row) => matches(row, filter));
  const start = (filter.page - 1) * filter.pageSize;
  return {
    items: rows
      .slice(start, start + filter.pageSize)
      .map((row) => presentRow(ctx, judgement, filter.section, row)),
    total: rows.length,
    page: filter.page,
    pageSize: filter.pageSize,
  };
}

function matches(row: DecidedRow<unknown>, filter: RowFilter): boolean {
  if (filter.verdict !== undefined && (row.verdict !== filter.verdict || row.skipped)) return false;
  if (filter.problem !== undefined && !row.problems.some((problem) => problem.code === filter.problem))
    return false;
  switch (filter.only) {
    case 'taken':
      if (!row.taken) return false;
      break;
    case 'left':
      if (row.taken || row.verdict === 'not-a-person') return false;
      break;
    case 'skipped':
      if (!row.skipped) return false;
      break;
    case 'hidden':
      if (!row.hidden) return false;
      break;
  }
  const text = filter.text?.trim() ?? '';
  return (
    text === '' || Object.values(row.raw).some((cell) => cell.includes(text)) || String(row.row) === text
  );
}
