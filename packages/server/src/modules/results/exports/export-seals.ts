import type { Ctx } from '../../../context.ts';
import type { FileAnswer } from '../../../file-answer.ts';
import { officeSheet, type WorkbookFile, workbookFile } from '../../../spreadsheet/office-table.ts';
import { countCell } from '../../../spreadsheet/sheet-cells.ts';
import { text } from '../../../spreadsheet/write-workbook.ts';
import { presentSeal, type SealFilter, sealRows } from '../seal-list.ts';
import { chineseDay, watermarkOf } from './export-lines.ts';

type Seal = ReturnType<typeof presentSeal>;
/** More seals than fit a workbook anybody reads. */
const MOST = 10_000;

async function sealsToExport(ctx: Ctx, filter: SealFilter) {
  const rows = await sealRows(ctx.deps.db, ctx.actor.bureauId, filter).limit(MOST).execute();
  return rows.map(presentSeal);
}

/** The list of seals as the office files it, with the whole digests to compare by hand. */
export async function exportSeals(ctx: Ctx, filter: SealFilter): Promise<WorkbookFile> {
  const seals = await sealsToExport(ctx, filter);
  const { timeZone } = ctx.actor;
  const day = (instant: string) => text(chineseDay(new Date(instant), timeZone));
  const sheet = officeSheet<Seal>({
    name: '封存清单',
    title: '考核结果封存清单',
    unitLine: `导出人：${ctx.actor.displayName}`,
    dateLine: `导出日期：${chineseDay(ctx.now, timeZone)}`,
    columns: [
      { heading: '封存号', width: 8, align: 'center', cell: (seal) => countCell(seal.sequenceNo) },
      { heading: '周期', width: 20, cell: (seal) => text(seal.periodLabel) },
      { heading: '考核办法', width: 28, cell: (seal) => text(seal.ruleSetName) },
      { heading: '台账条目', width: 10, align: 'right', cell: (seal) => countCell(seal.entryCount) },
      { heading: '封存人', width: 12, cell: (seal) => text(seal.sealedByName) },
      { heading: '封存日期', width: 16, cell: (seal) => day(seal.sealedAt) },
      { heading: '封存摘要（SM3）', width: 68, cell: (seal) => text(seal.sealHash) },
      { heading: '上一份摘要', width: 68, cell: (seal) => text(seal.previousHash ?? '链首') },
      {
        heading: '上次校验',
        width: 16,
        cell: (seal) => (seal.lastVerified === null ? text('尚未校验') : day(seal.lastVerified.at)),
      },
      { heading: '校验人', width: 12, cell: (seal) => text(seal.lastVerified?.byName ?? '') },
      { heading: '校验结果', width: 16, cell: (seal) => text(outcomeOf(seal.lastVerified)) },
    ],
    rows: seals,
    watermark: watermarkOf(ctx, timeZone),
  });
  return workbookFile('封存清单', sheet);
}

function outcomeOf(verified: { ok: boolean; findingCount: number } | null): string {
  if (verified === null) return '';
  return verified.ok ? '一致' : `有 ${verified.findingCount} 处不一致`;
}

/** The same for a program: digests to be held against copies kept elsewhere. */
export async function exportSealsAsJson(ctx: Ctx, filter: SealFilter): Promise<FileAnswer> {
  const seals = await sealsToExport(ctx, filter);
  const list = { format: 'mingji/seal-list@1', exportedAt: ctx.now.toISOString(), seals };
  return {
    name: '封存清单.json',
    mediaType: 'application/json; charset=utf-8',
    bytes: Buffer.from(JSON.stringify(list, null, 2)),
    rows: seals.length,
  };
}
