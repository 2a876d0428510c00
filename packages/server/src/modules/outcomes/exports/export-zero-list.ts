import type { outcomes } from '@mingji/contract';
import { chineseDate } from '@mingji/engine';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import { decimal, text, writeWorkbook } from '../../../spreadsheet/write-workbook.ts';
import { watermarkOf } from '../../results/index.ts';
import { filtered, presentRows } from '../queries/get-zero-list.ts';
import { visibleMembers, zeroListOf } from '../zero-list-of.ts';

type Query = z.output<typeof outcomes.exportZeroList.query>;
const MOST = 20_000;

/** What the screen shows under the same filter, without pages. */
export async function exportZeroList(ctx: Ctx, query: Query): Promise<{ name: string; bytes: Uint8Array }> {
  const { db } = ctx.deps;
  const found = await zeroListOf(db, ctx, query.periodId);
  const wanted = await filtered(db, ctx, visibleMembers(ctx, found.content.rows), query);
  const rows = await presentRows(db, ctx, found, wanted.slice(0, MOST));
  const officers = query.subjectKind === 'officer';
  const title = `${found.period.label}清零名单（${query.list === 'listed' ? '应清零' : '出勤不详'}）`;
  const sheet = {
    name: '清零名单',
    title,
    unitLine: `${found.period.ruleSetName}，出勤满 ${found.leastDays} 个工作日`,
    dateLine: `${found.frozen ? '封存于' : '截至'} ${chineseDate(found.asOf)}`,
    columns: [
      { heading: officers ? '警号' : '机构代码', width: 16 },
      { heading: officers ? '姓名' : '单位', width: 22 },
      { heading: '所在单位', width: 26 },
      { heading: '出勤工作日', width: 12, align: 'right' as const },
      { heading: '待审核或退回', width: 13, align: 'right' as const },
      { heading: '情况', width: 50 },
    ],
    rows: rows.map((row) => [
      text(row.subject.code),
      text(row.subject.name),
      text(row.subject.unit.name),
      row.presentDays === null ? text('不详') : decimal(row.presentDays),
      decimal(String(row.waiting)),
      text(row.reason),
    ]),
    closingLines: ['制表人：          审核人：'],
    watermark: watermarkOf(ctx, found.period.timeZone),
  };
  return { name: `${title}.xlsx`, bytes: await writeWorkbook([sheet]) };
}
