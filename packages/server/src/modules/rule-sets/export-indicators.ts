import type { ruleSets } from '@mingji/contract';
import type { Ctx } from '../../context.ts';
import { officeSheet, type WorkbookFile, workbookFile } from '../../spreadsheet/office-table.ts';
import { countCell, pointsCell } from '../../spreadsheet/sheet-cells.ts';
import { text } from '../../spreadsheet/write-workbook.ts';
import { chineseDay, watermarkOf } from '../results/index.ts';
import { type Searched, searchIndicators } from './queries/indicator-search.ts';

/** 55 methods over thirty years. */
const MOST = 100_000;
const standings: Readonly<Record<ruleSets.Standing, string>> = {
  draft: '草稿',
  submitted: '备案审核中',
  filed: '已备案',
  upcoming: '待施行',
  inForce: '施行中',
  superseded: '已被取代',
};
const lints: Readonly<Record<ruleSets.IndicatorLine['lint'], string>> = {
  clean: '',
  advice: '有提示',
  open: '须法制意见',
  signedOff: '已有法制意见',
};

/** The lines that the same conditions show on screen, all of them (P12). */
export async function exportIndicators(ctx: Ctx, query: Searched): Promise<WorkbookFile> {
  const { items } = await searchIndicators(ctx, query, { limit: MOST, offset: 0 });
  const sheet = officeSheet<ruleSets.IndicatorLine>({
    name: '指标库',
    title: query.year ? `${query.year}年考核指标汇编` : '考核指标汇编',
    unitLine: `导出人：${ctx.actor.displayName}`,
    dateLine: `导出日期：${chineseDay(ctx.now, ctx.actor.timeZone)}`,
    columns: [
      { heading: '办法', width: 26, cell: (line) => text(line.ruleSetName) },
      { heading: '版本', width: 6, align: 'center', cell: (line) => countCell(line.version) },
      { heading: '状态', width: 10, align: 'center', cell: (line) => text(standings[line.standing]) },
      { heading: '施行日期', width: 12, cell: (line) => text(line.effectiveOn) },
      { heading: '施行至', width: 12, cell: (line) => text(line.effectiveTo) },
      { heading: '制定单位', width: 18, cell: (line) => text(line.unitName) },
      { heading: '模块', width: 14, cell: (line) => text(line.moduleName) },
      { heading: '项目', width: 14, cell: (line) => text(line.itemName) },
      { heading: '指标', width: 18, cell: (line) => text(line.name) },
      { heading: '代码', width: 14, cell: (line) => text(line.code) },
      { heading: '分值', width: 8, align: 'right', cell: (line) => pointsCell(line.marks) },
      { heading: '计分方式', width: 12, cell: (line) => text(line.familyName) },
      { heading: '归口部门', width: 16, cell: (line) => text(line.owner) },
      { heading: '条款', width: 8, cell: (line) => text(line.clauseId) },
      { heading: '条款原文', width: 48, cell: (line) => text(line.clauseText) },
      { heading: '证明材料', width: 24, cell: (line) => text(line.evidence) },
      { heading: '指标体检', width: 12, cell: (line) => text(lints[line.lint]) },
    ],
    rows: items,
    watermark: watermarkOf(ctx, ctx.actor.timeZone),
  });
  return workbookFile(sheet.title, sheet);
}
