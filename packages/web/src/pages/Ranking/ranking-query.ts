import type { results } from '@mingji/contract';
import type { TableNames } from '../../app/table-state.ts';
import type { TableState } from '../../app/use-table-state.ts';

export type RankingKind = results.RankingRow['subjectKind'];
export const views = ['table', 'chart', 'heat', 'movement', 'comparison'] as const;
export type RankingView = (typeof views)[number];
export const viewNames: Readonly<Record<RankingView, string>> = {
  table: '表格',
  chart: '条形图',
  heat: '热力图',
  movement: '走势',
  comparison: '对比',
};

/** Everything the ranking can be narrowed by, by its name in the address. */
export const names = {
  filters: { text: '', part: '', sequence: '', group: '', level: '', post: '', unit: '' },
} satisfies TableNames;
const sorts = ['rank', 'name', 'unit', 'score'] as const;

/** What the address asks the server for; what it says wrongly is left out. */
export function rankingQuery(
  state: Pick<TableState, 'filters' | 'sort'>,
  subjectKind: RankingKind,
  withPart = true,
) {
  const { text, part, sequence, group, level, post, unit } = state.filters;
  const name = state.sort.replace('-', '');
  const sort = sorts.find((one) => one === name) ?? 'rank';
  return {
    subjectKind,
    sort,
    ...(state.sort.startsWith('-') ? { descending: 'true' as const } : {}),
    ...(text ? { text } : {}),
    ...(part && withPart ? { part } : {}),
    ...(sequence ? { sequenceCode: sequence } : {}),
    ...(group ? { groupCode: group } : {}),
    ...(level ? { level } : {}),
    ...(post && subjectKind === 'officer' ? { post } : {}),
    ...(unit ? { unitId: unit } : {}),
  };
}
export type AskedRanking = ReturnType<typeof rankingQuery>;

export function viewOf(text: string | undefined): RankingView {
  return views.find((view) => view === text) ?? 'table';
}
