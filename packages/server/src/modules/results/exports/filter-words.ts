import type { results } from '@mingji/contract';
import type { Ctx } from '../../../context.ts';
import type { ExportQuery } from '../queries/list-ranking.ts';

/** What a list was narrowed to, in words: a sheet without it could be taken for the whole. */
export async function filterWords(
  ctx: Ctx,
  query: ExportQuery,
  rows: readonly results.RankingRow[],
): Promise<string> {
  const sequence = rows.find((row) => row.sequenceCode === query.sequenceCode)?.sequenceName;
  const unit = query.unitId === undefined ? null : await unitName(ctx, query.unitId);
  return [
    ...(query.sequenceCode ? [`序列为${sequence ?? query.sequenceCode}`] : []),
    ...(query.groupCode ? [`${query.groupCode} 组`] : []),
    ...(unit === null ? [] : [`${unit}及下级`]),
    ...(query.level ? [`第 ${query.level} 级单位`] : []),
    ...(query.post ? [`岗位为${query.post}`] : []),
    ...(query.text ? [`含“${query.text}”`] : []),
  ].join('，');
}

async function unitName(ctx: Ctx, unitId: string): Promise<string | null> {
  const row = await ctx.deps.db
    .selectFrom('unit')
    .select('name')
    .where('bureau_id', '=', ctx.actor.bureauId)
    .where('id', '=', unitId)
    .executeTakeFirst();
  return row?.name ?? null;
}
