import { requireAccess } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { decimal, type OutputSheet, text, writeWorkbook } from '../../../spreadsheet/write-workbook.ts';
import { subjectUnitPath } from '../../organization/index.ts';
import { loadPeriod } from '../period-context.ts';
import { getResult, type SubjectRef } from '../queries/get-result.ts';
import { chineseDay, watermarkOf } from './export-lines.ts';

const stateWords = { scored: '', notScored: '未评分', exempt: '免予考核', notApplicable: '不适用' } as const;
const DECIMAL = /^-?\d+(\.\d+)?$/;

/** One subject's score sheet: every item and every line of the explanation with its clause and scorer (X1). */
export async function exportScoreSheet(
  ctx: Ctx,
  ref: SubjectRef,
): Promise<{ name: string; bytes: Uint8Array }> {
  const { db } = ctx.deps;
  const period = await loadPeriod(db, ctx.actor.bureauId, ref.periodId);
  const who = { kind: ref.subjectKind, id: ref.subjectId };
  const place = await subjectUnitPath(db, ctx.actor.bureauId, who, period.toOn);
  requireAccess(ctx, 'result.export', {
    unitPath: place.unitPath,
    ...(ref.subjectKind === 'officer' ? { officerId: ref.subjectId } : {}),
  });
  const result = await getResult(ctx, ref);
  const { subject } = result;
  const rank =
    result.rank === null
      ? ''
      : `，${result.sequenceName ?? ''}第 ${result.rank} 名（共 ${result.rankOf ?? '—'}）`;
  const sheet: OutputSheet = {
    name: '成绩单',
    title: `${result.period.label}${result.ruleSet.name}成绩单`,
    unitLine: `${subject.kind === 'unit' ? '单位' : '姓名'}：${subject.name}（${subject.code}） ${subject.unitName}  得分：${result.score.value ?? stateWords[result.score.state]}${rank}`,
    dateLine: `填报日期：${chineseDay(ctx.now, period.timeZone)}`,
    columns: [
      { heading: '说明', width: 70 },
      { heading: '分值', width: 10, align: 'right' },
      { heading: '条款', width: 10 },
      { heading: '条款内容', width: 46 },
      { heading: '记分人', width: 12 },
      { heading: '记分时间', width: 16 },
    ],
    rows: result.lines.map((line) => {
      const [entry] = line.entries;
      return [
        text(`${' '.repeat(line.depth)}${line.text}`),
        line.value === null ? null : DECIMAL.test(line.value) ? decimal(line.value) : text(line.value),
        text(line.clauseId),
        text(line.clauseText),
        text(line.entries.length === 1 && entry ? entry.by : null),
        text(line.entries.length === 1 && entry ? chineseDay(new Date(entry.at), period.timeZone) : null),
      ];
    }),
    closingLines: ['本人签字：          日期：          如有异议，可在规定期限内提出复议。'],
    watermark: watermarkOf(ctx, period.timeZone),
  };
  return { name: `${result.period.label}${subject.name}成绩单.xlsx`, bytes: await writeWorkbook([sheet]) };
}
