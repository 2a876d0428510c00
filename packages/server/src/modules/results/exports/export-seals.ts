import type { Ctx } from '../../../context.ts';
import { decimal, type OutputSheet, text, writeWorkbook } from '../../../spreadsheet/write-workbook.ts';
import { recordExport } from '../../audit/index.ts';
import { presentSeal, type SealFilter, sealRows } from '../seal-list.ts';
import { chineseDay, watermarkOf } from './export-lines.ts';

/** More seals than fit a workbook anybody reads. */
const MOST = 10_000;

async function sealsToExport(ctx: Ctx, filter: SealFilter, form: string) {
  const rows = await sealRows(ctx.deps.db, ctx.actor.bureauId, filter).limit(MOST).execute();
  await recordExport(ctx, {
    action: 'seal.exported',
    subjectKind: 'bureau',
    subjectId: ctx.actor.bureauId,
    summary: `导出封存清单（${form}），${rows.length} 份`,
  });
  return rows.map(presentSeal);
}

/** The list of seals as the office files it, with the whole digests to compare by hand. */
export async function exportSeals(
  ctx: Ctx,
  filter: SealFilter,
): Promise<{ name: string; bytes: Uint8Array }> {
  const seals = await sealsToExport(ctx, filter, 'Excel');
  const { timeZone } = ctx.actor;
  const day = (instant: string) => text(chineseDay(new Date(instant), timeZone));
  const sheet: OutputSheet = {
    name: '封存清单',
    title: '考核结果封存清单',
    unitLine: `导出人：${ctx.actor.displayName}`,
    dateLine: `导出日期：${chineseDay(ctx.now, timeZone)}`,
    columns: [
      { heading: '序号', width: 7, align: 'center' },
      { heading: '周期', width: 20 },
      { heading: '考核办法', width: 28 },
      { heading: '台账条目', width: 10, align: 'right' },
      { heading: '封存人', width: 12 },
      { heading: '封存日期', width: 16 },
      { heading: '封存摘要（SM3）', width: 68 },
      { heading: '上一份摘要', width: 68 },
      { heading: '上次校验', width: 16 },
      { heading: '校验人', width: 12 },
      { heading: '校验结果', width: 16 },
    ],
    rows: seals.map((seal) => [
      decimal(String(seal.sequenceNo)),
      text(seal.periodLabel),
      text(seal.ruleSetName),
      decimal(String(seal.entryCount)),
      text(seal.sealedByName),
      day(seal.sealedAt),
      text(seal.sealHash),
      text(seal.previousHash ?? '链首'),
      seal.lastVerified === null ? text('尚未校验') : day(seal.lastVerified.at),
      text(seal.lastVerified?.byName ?? ''),
      text(outcomeOf(seal.lastVerified)),
    ]),
    closingLines: [],
    watermark: watermarkOf(ctx, timeZone),
  };
  return { name: '封存清单.xlsx', bytes: await writeWorkbook([sheet]) };
}

function outcomeOf(verified: { ok: boolean; findingCount: number } | null): string {
  if (verified === null) return '';
  return verified.ok ? '一致' : `有 ${verified.findingCount} 处不一致`;
}

/** The same for a program: digests to be held against copies kept elsewhere. */
export async function exportSealsAsJson(ctx: Ctx, filter: SealFilter): Promise<string> {
  const seals = await sealsToExport(ctx, filter, 'JSON');
  return JSON.stringify({ format: 'mingji/seal-list@1', exportedAt: ctx.now.toISOString(), seals }, null, 2);
}
