import { appealStatistics } from '@mingji/contract';
import { chineseDate } from '@mingji/engine';
import type { Ctx } from '../../../context.ts';
import { localDay } from '../../../local-day.ts';
import { officeSheet, type WorkbookFile, workbookFile } from '../../../spreadsheet/office-table.ts';
import { countCell, pointsCell } from '../../../spreadsheet/sheet-cells.ts';
import { text } from '../../../spreadsheet/write-workbook.ts';
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

type Figures = appealStatistics.AppealFigures;

/** What the page shows, as the office files it. */
export async function exportAppealStatistics(ctx: Ctx, query: StatisticsQuery): Promise<WorkbookFile> {
  const answer = await getAppealStatistics(ctx, query);
  const heading = appealStatistics.appealGroupings[query.by];
  const { timeZone } = ctx.actor;
  const sheet = officeSheet<Figures>({
    name: '复议统计',
    title: `复议统计（按${heading}）`,
    unitLine: `提出日期：${chineseDate(answer.from)}至${chineseDate(answer.to)}`,
    dateLine: `填报日期：${chineseDay(ctx.now, timeZone)}`,
    columns: [
      { heading, width: 40, cell: (figures) => text(figures.label) },
      ...counts.map(([name, key]) => ({
        heading: name,
        width: 11,
        align: 'right' as const,
        cell: (figures: Figures) => countCell(figures[key]),
      })),
      {
        heading: '改变比例（%）',
        width: 14,
        align: 'right',
        cell: (figures) => orDash(figures.changedShare),
      },
      {
        heading: '平均用时（工作日）',
        width: 18,
        align: 'right',
        cell: (figures) => orDash(figures.meanWorkingDays),
      },
    ],
    rows: answer.items,
    total: answer.total,
    closingLines: [
      `改变比例是答复中成立和部分支持所占的比例；答复不足 ${answer.leastForShare} 件的不计比例。`,
      ...(answer.calendarProblem === null ? [] : [`平均用时缺项：${answer.calendarProblem}`]),
    ],
    watermark: watermarkOf(ctx, timeZone),
  });
  return workbookFile(`复议统计（按${heading}）${localDay(ctx.now, timeZone)}`, sheet);
}

function orDash(value: string | null) {
  return value === null ? text('—') : pointsCell(value);
}
