import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { officeSheet, type WorkbookFile, workbookFile } from '../../../spreadsheet/office-table.ts';
import { text } from '../../../spreadsheet/write-workbook.ts';
import { chineseDay, watermarkOf } from '../../results/index.ts';
import { momentText } from '../document/source-note.ts';
import { numberOf } from '../find-bulletin.ts';
import { receipts, requireIssuer } from '../queries/list-receipts.ts';

type Receipt = Awaited<ReturnType<typeof receipts>>[number];
/** More readers than the officers of a large city has no bulletin. */
const MOST = 20_000;

/** Who has read a bulletin, as the office files it. */
export async function exportReceipts(ctx: Ctx, bulletinId: string): Promise<WorkbookFile> {
  const row = await requireIssuer(ctx, bulletinId);
  const rows = await receipts(ctx.deps.db, bulletinId, sql<boolean>`true`, { limit: MOST, offset: 0 });
  const { timeZone } = ctx.actor;
  const sheet = officeSheet<Receipt>({
    name: '阅读情况',
    title: `${numberOf(row) ?? row.title}阅读情况`,
    unitLine: `发文单位：${row.unit_name}`,
    dateLine: `截至：${chineseDay(ctx.now, timeZone)}`,
    columns: [
      { heading: '所在单位', width: 26, cell: ({ unitName }) => text(unitName) },
      { heading: '姓名', width: 14, cell: ({ name }) => text(name) },
      {
        heading: '是否已读',
        width: 12,
        align: 'center',
        cell: ({ readAt }) => text(readAt === null ? '未读' : '已读'),
      },
      {
        heading: '阅读时间',
        width: 26,
        cell: ({ readAt }) => text(readAt === null ? null : momentText(readAt, timeZone)),
      },
    ],
    rows,
    closingLines: [`应读 ${rows.length} 人，已读 ${rows.filter(({ readAt }) => readAt !== null).length} 人`],
    watermark: watermarkOf(ctx, timeZone),
  });
  const name = `${numberOf(row) ?? row.title}阅读情况`;
  return workbookFile(name, sheet);
}
