import type { outcomes } from '@mingji/contract';
import { chineseDate } from '@mingji/engine';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import { officeSheet, type WorkbookFile, workbookFile } from '../../../spreadsheet/office-table.ts';
import { countCell } from '../../../spreadsheet/sheet-cells.ts';
import { decimal, text } from '../../../spreadsheet/write-workbook.ts';
import { watermarkOf } from '../../results/index.ts';
import { filtered, presentRows } from '../queries/get-zero-list.ts';
import { visibleMembers, zeroListOf } from '../zero-list-of.ts';

type Row = Awaited<ReturnType<typeof presentRows>>[number];
type Query = z.output<typeof outcomes.exportZeroList.query>;
const MOST = 20_000;

/** What the screen shows under the same filter, without pages. */
export async function exportZeroList(ctx: Ctx, query: Query): Promise<WorkbookFile> {
  const { db } = ctx.deps;
  const found = await zeroListOf(db, ctx, query.periodId);
  const wanted = await filtered(db, ctx, visibleMembers(ctx, found.content.rows), query);
  const rows = await presentRows(db, ctx, found, wanted.slice(0, MOST));
  const officers = query.subjectKind === 'officer';
  const title = `${found.period.label}清零名单（${query.list === 'listed' ? '应清零' : '出勤不详'}）`;
  const sheet = officeSheet({
    name: '清零名单',
    title,
    unitLine: `${found.period.ruleSetName}，出勤满 ${found.leastDays} 个工作日`,
    dateLine: `${found.frozen ? '封存于' : '截至'} ${chineseDate(found.asOf)}`,
    columns: [
      { heading: officers ? '警号' : '机构代码', width: 16, cell: (row: Row) => text(row.subject.code) },
      { heading: officers ? '姓名' : '单位', width: 22, cell: (row: Row) => text(row.subject.name) },
      { heading: '所在单位', width: 26, cell: (row: Row) => text(row.subject.unit.name) },
      {
        heading: '出勤工作日',
        width: 12,
        align: 'right',
        cell: (row: Row) => (row.presentDays === null ? text('不详') : decimal(row.presentDays)),
      },
      { heading: '待审核或退回', width: 13, align: 'right', cell: (row: Row) => countCell(row.waiting) },
      { heading: '情况', width: 50, cell: (row: Row) => text(row.reason) },
    ],
    rows,
    closingLines: ['制表人：          审核人：'],
    watermark: watermarkOf(ctx, found.period.timeZone),
  });
  return workbookFile(title, sheet);
}
