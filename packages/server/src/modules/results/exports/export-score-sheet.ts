import type { results } from '@mingji/contract';
import { requireAccess } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { officeSheet, type WorkbookFile, workbookFile } from '../../../spreadsheet/office-table.ts';
import { pointsCell, scoreText } from '../../../spreadsheet/sheet-cells.ts';
import { text } from '../../../spreadsheet/write-workbook.ts';
import { subjectUnitPath } from '../../organization/index.ts';
import { loadPeriod } from '../period-context.ts';
import { getResult, type SubjectRef } from '../queries/get-result.ts';
import { chineseDay, watermarkOf } from './export-lines.ts';

type Line = results.ResultView['lines'][number];

/** One subject's score sheet: a sentence an item to sign, and behind it every step with its clause and scorer (X1). */
export async function exportScoreSheet(ctx: Ctx, ref: SubjectRef): Promise<WorkbookFile> {
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
  const rank = result.rankSuspended
    ? '，复议中，名次暂不显示'
    : result.rank === null
      ? ''
      : `，${result.sequenceName ?? ''}第 ${result.rank} 名（共 ${result.rankOf ?? '—'}）`;
  const head = {
    title: `${result.period.label}${result.ruleSet.name}成绩单`,
    unitLine: `${subject.kind === 'unit' ? '单位' : '姓名'}：${subject.name}（${subject.code}） ${subject.unitName}  得分：${scoreText(result.score)}${rank}`,
    dateLine: `填报日期：${chineseDay(ctx.now, period.timeZone)}`,
    watermark: watermarkOf(ctx, period.timeZone),
  };
  const told = officeSheet<Line>({
    ...head,
    name: '成绩单',
    columns: [
      { heading: '得分说明', width: 110, cell: (line) => text(line.text) },
      { heading: '分值', width: 12, align: 'right', cell: (line) => pointsCell(line.value) },
    ],
    rows: result.lines.filter((line) => line.sentence),
    closingLines: ['本人签字：          日期：          如有异议，可在规定期限内提出复议。'],
  });
  const steps = officeSheet<Line>({
    ...head,
    name: '计分明细',
    columns: [
      { heading: '说明', width: 70, cell: (line) => text(`${' '.repeat(line.depth)}${line.text}`) },
      { heading: '分值', width: 10, align: 'right', cell: (line) => pointsCell(line.value) },
      { heading: '条款', width: 10, cell: (line) => text(line.clauseId) },
      { heading: '条款内容', width: 46, cell: (line) => text(line.clauseText) },
      { heading: '记分人', width: 12, cell: (line) => text(onlyEntry(line)?.by ?? null) },
      { heading: '记分时间', width: 16, cell: (line) => text(dayOf(onlyEntry(line), period.timeZone)) },
    ],
    rows: result.lines,
  });
  return workbookFile(`${result.period.label}${subject.name}成绩单`, told, steps);
}

/** A step of several entries is nobody's alone. */
function onlyEntry({ entries }: Line): Line['entries'][number] | undefined {
  return entries.length === 1 ? entries[0] : undefined;
}

function dayOf(entry: { readonly at: string } | undefined, timeZone: string): string | null {
  return entry ? chineseDay(new Date(entry.at), timeZone) : null;
}
