import type { appealStatistics } from '@mingji/contract';

/** What is counted of appeals, in the order of the columns. */
export const counted = [
  ['filed', '提出'],
  ['open', '待答复'],
  ['upheld', '复议成立'],
  ['partlyUpheld', '部分支持'],
  ['dismissed', '维持原结果'],
  ['withdrawn', '已撤回'],
  ['overdue', '逾期'],
] as const;

/** 待答复 2 · 复议成立 1 · 改变比例 20.0% · 平均 1.5 个工作日 */
export function figureWords(row: appealStatistics.AppealFigures): string {
  return [
    ...counted
      .filter(([key]) => key !== 'filed' && row[key] > 0)
      .map(([key, title]) => `${title} ${row[key]}`),
    ...(row.changedShare === null ? [] : [`改变比例 ${row.changedShare}%`]),
    ...(row.meanWorkingDays === null ? [] : [`平均 ${row.meanWorkingDays} 个工作日`]),
  ].join(' · ');
}
