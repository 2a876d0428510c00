import type { ruleSets } from '@mingji/contract';
import type { Ctx } from '../../context.ts';
import { decimal, type OutputSheet, text, writeWorkbook } from '../../spreadsheet/write-workbook.ts';
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
const DECIMAL = /^-?\d+(\.\d+)?$/;

/** The lines that the same conditions show on screen, all of them (P12). */
export async function exportIndicators(
  ctx: Ctx,
  query: Searched,
): Promise<{ name: string; bytes: Uint8Array }> {
  const { items } = await searchIndicators(ctx, query, { limit: MOST, offset: 0 });
  const sheet: OutputSheet = {
    name: '指标库',
    title: query.year ? `${query.year}年考核指标汇编` : '考核指标汇编',
    unitLine: `导出人：${ctx.actor.displayName}`,
    dateLine: `导出日期：${chineseDay(ctx.now, ctx.actor.timeZone)}`,
    columns: [
      { heading: '办法', width: 26 },
      { heading: '版本', width: 6, align: 'center' },
      { heading: '状态', width: 10, align: 'center' },
      { heading: '施行日期', width: 12 },
      { heading: '施行至', width: 12 },
      { heading: '制定单位', width: 18 },
      { heading: '模块', width: 14 },
      { heading: '项目', width: 14 },
      { heading: '指标', width: 18 },
      { heading: '代码', width: 14 },
      { heading: '分值', width: 8, align: 'right' },
      { heading: '计分方式', width: 12 },
      { heading: '归口部门', width: 16 },
      { heading: '条款', width: 8 },
      { heading: '条款原文', width: 48 },
      { heading: '证明材料', width: 24 },
      { heading: '指标体检', width: 12 },
    ],
    rows: items.map((line) => [
      text(line.ruleSetName),
      decimal(String(line.version)),
      text(standings[line.standing]),
      text(line.effectiveOn),
      text(line.effectiveTo),
      text(line.unitName),
      text(line.moduleName),
      text(line.itemName),
      text(line.name),
      text(line.code),
      line.marks !== null && DECIMAL.test(line.marks) ? decimal(line.marks) : text(line.marks),
      text(line.familyName),
      text(line.owner),
      text(line.clauseId),
      text(line.clauseText),
      text(line.evidence),
      text(lints[line.lint]),
    ]),
    watermark: watermarkOf(ctx, ctx.actor.timeZone),
  };
  return { name: `${sheet.title}.xlsx`, bytes: await writeWorkbook([sheet]) };
}
