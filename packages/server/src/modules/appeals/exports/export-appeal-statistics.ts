import { appealStatistics } from '@mingji/contract';
import { chineseDate } from '@mingji/engine';
import type { Ctx } from '../../../context.ts';
import { localDay } from '../../../local-day.ts';
import {
  decimal,
  type OutputSheet,
  type OutputValue,
  text,
  writeWorkbook,
} from '../../../spreadsheet/write-workbook.ts';
import { chineseDay, watermarkOf } from '../../results/index.ts';
import { getAppealStatistics, type StatisticsQuery } from '../queries/appeal-statistics.ts';

const counts = [
  ['提出', 'filed'],
  ['待答复', 'open'],
  ['复议成立', 'upheld'],
  ['部分支持', 'partlyUpheld'],
  ['维持原结果', 'dismissed'],
  ['已撤回', 'withdrawn'],
  ['逾期', 'overdue'],
] as const;

/** What the page shows, as the office files it. */
export async function exportAppealStatistics(
  ctx: Ctx,
  query: StatisticsQuery,
): Promise<{ name: string; bytes: Uint8Array }> {
  const answer = await getAppealStatistics(ctx, query);
  const heading = appealStatistics.appealGroupings[query.by];
  const line = (figures: appealStatistics.AppealFigures): OutputValue[] => [
    text(figures.label),
    ...counts.map(([, key]) => decimal(String(figures[key]))),
    figures.changedShare === null ? text('—') : decimal(figures.changedShare),
    figures.meanWorkingDays === null ? text('—') : decimal(figures.meanWorkingDays),
  ];
  const { timeZone } = ctx.actor;
  const sheet: OutputSheet = {
    name: '复议统计',
    title: `复议统计（按${heading}）`,
    unitLine: `提出日期：${chineseDate(answer.from)}至${chineseDate(answer.to)}`,
    dateLine: `填报日期：${chineseDay(ctx.now, timeZone)}`,
    columns: [
      { heading, width: 40 },
      ...counts.map(([name]) => ({ heading: name, width: 11, align: 'right' as const })),
      { heading: '改变比例（%）', width: 14, align: 'right' },
      { heading: '平均用时（工作日）', width: 18, align: 'right' },
    ],
    rows: answer.items.map(line),
    totals: line(answer.total),
    closingLines: [
      `改变比例是答复中成立和部分支持所占的比例；答复不足 ${answer.leastForShare} 件的不计比例。`,
      ...(answer.calendarProblem === null ? [] : [`平均用时缺项：${answer.calendarProblem}`]),
    ],
    watermark: watermarkOf(ctx, timeZone),
  };
  return {
    name: `复议统计（按${heading}）${localDay(ctx.now, timeZone)}.xlsx`,
    bytes: await writeWorkbook([sheet]),
  };
}
