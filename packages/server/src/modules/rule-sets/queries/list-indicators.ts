import type { Received, ruleSets } from '@mingji/contract';
import type { Ctx } from '../../../context.ts';
import { searchIndicators } from './indicator-search.ts';

/** One page of the library (P12). */
export async function listIndicators(ctx: Ctx, { query }: Received<typeof ruleSets.listIndicators>) {
  const { page, pageSize, ...searched } = query;
  const found = await searchIndicators(ctx, searched, { limit: pageSize, offset: (page - 1) * pageSize });
  return { ...found, page, pageSize };
}
