import type { results } from '@mingji/contract';
import type { Ctx } from '../../../context.ts';
import { notFound } from '../../../refusal.ts';
import {
  decimal,
  type OutputSheet,
  type OutputValue,
  text,
  writeWorkbook,
} from '../../../spreadsheet/write-workbook.ts';
import { latestEvaluation } from '../evaluation-view.ts';
import { loadPeriod } from '../period-context.ts';
import {
  type ExportQuery,
  isGraded,
  itemColumns,
  rankingForExport,
  refuseBeforePublication,
} from '../queries/list-ranking.ts';
import { chineseDay, watermarkOf } from './export-lines.ts';

const stateWords = { notScored: '未评分', exempt: '免予考核', notApplicable: '不适用' } as const;

/** The ranking as the office prints it: A4 landscape, numbers as numbers, the four states in words. */
export async function exportRanking(
  ctx: Ctx,
  periodId: string,
  query: ExportQuery,
): Promise<{ name: string; bytes: Uint8Array }> {
  const { db } = ctx.deps;
  const period = await loadPeriod(db, ctx.actor.bureauId, periodId);
  refuseBeforePublication(ctx, period);
  const evaluation = await latestEvaluation(db, periodId, true);
  if (!evaluation) throw notFound('该周期的成绩');
  const columns = itemColumns(period.ruleSet);
  const rows = await rankingForExport(db, ctx, evaluation.id, query, columns);
  const graded = isGraded(period.ruleSet, query.subjectKind);
  const who = query.subjectKind === 'unit' ? '单位' : '民警';
  const sheet: OutputSheet = {
    name: `${period.label}${who}排名`,
    title: `${period.label}${period.ruleSetName}${who}排名`,
    unitLine: `填报单位：${await bureauName(ctx)}考核办`,
    dateLine: `填报日期：${chineseDay(ctx.now, period.timeZone)}`,
    columns: [
      { heading: '序列', width: 16 },
      { heading: '名次', width: 7, align: 'center' },
      { heading: query.subjectKind === 'unit' ? '机构代码' : '警号', width: 15 },
      { heading: query.subjectKind === 'unit' ? '单位名称' : '姓名', width: 22 },
      ...(query.subjectKind === 'unit' ? [] : [{ heading: '所在单位', width: 22 }]),
      { heading: '得分', width: 9, align: 'right' as const },
      ...(graded ? [{ heading: '等次', width: 9, align: 'center' as const }] : []),
      ...columns.map((column) => ({
        heading: column.marks ? `${column.name}（${column.marks}分）` : column.name,
        width: 11,
        align: 'right' as const,
      })),
    ],
    rows: rows.map((row) => [
      text(row.sequenceName),
      row.rank === null ? text('—') : decimal(String(row.rank)),
      text(row.code),
      text(row.name),
      ...(query.subjectKind === 'unit' ? [] : [text(row.unitName)]),
      scoreCell(row.score),
      ...(graded ? [text(row.grade?.name ?? '—')] : []),
      ...columns.map((_, index) => scoreCell(row.items[index])),
    ]),
    closingLines: ['制表人：          审核人：          主要负责人：'],
    watermark: watermarkOf(ctx, period.timeZone),
  };
  return { name: `${sheet.title}.xlsx`, bytes: await writeWorkbook([sheet]) };
}

/** What the viewer may not see stays blank; what has no score says why. */
function scoreCell(score: results.RankingRow['score'] | undefined): OutputValue {
  if (!score) return null;
  if (score.state === 'scored') return decimal(score.value);
  return text(stateWords[score.state]);
}

async function bureauName(ctx: Ctx): Promise<string> {
  const row = await ctx.deps.db
    .selectFrom('bureau')
    .select('name')
    .where('id', '=', ctx.actor.bureauId)
    .executeTakeFirstOrThrow();
  return row.name;
}
