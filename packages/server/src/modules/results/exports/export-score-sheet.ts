import type { results } from '@mingji/contract';
import { requireAccess } from '../../../command.ts';
import type { Ctx } from '../../../context.ts';
import { decimal, type OutputSheet, text, writeWorkbook } from '../../../spreadsheet/write-workbook.ts';
import { subjectUnitPath } from '../../organization/index.ts';
import { loadPeriod } from '../period-context.ts';
import { getResult, type SubjectRef } from '../queries/get-result.ts';
import { chineseDay, watermarkOf } from './export-lines.ts';

const stateWords = { scored: '', notScored: '未评分', exempt: '免予考核', notApplicable: '不适用' } as const;
const DECIMAL = /^-?\d+(\.\d+)?$/;

/** One subject's score sheet: a sentence an item to sign, and behind it every step with its clause and scorer (X1). */
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
  const rank = result.rankSuspended
    ? '，复议中，名次暂不显示'
    : result.rank === null
      ? ''
      : `，${result.sequenceName ?? ''}第 ${result.rank} 名（共 ${result.rankOf ?? '—'}）`;
  const head = {
    title: `${result.period.label}${result.ruleSet.name}成绩单`,
    unitLine: `${subject.kind === 'unit' ? '单位' : '姓名'}：${subject.name}（${subject.code}） ${subject.unitName}  得分：${result.score.value ?? stateWords[result.score.state]}${rank}`,
    dateLine: `填报日期：${chineseDay(ctx.now, period.timeZone)}`,
    watermark: watermarkOf(ctx, period.timeZone),
  };
  const told: OutputSheet = {
    ...head,
    name: '成绩单',
    columns: [
      { heading: '得分说明', width: 110 },
      { heading: '分值', width: 12, align: 'right' },
    ],
    rows: result.lines
      .filter((line) => line.sentence)
      .map((line) => [text(line.text), pointsCell(line.value)]),
    closingLines: ['本人签字：          日期：          如有异议，可在规定期限内提出复议。'],
  };
  const steps: OutputSheet = {
    ...head,
    name: '计分明细',
    columns: [
      { heading: '说明', width: 70 },
      { heading: '分值', width: 10, align: 'right' },
      { heading: '条款', width: 10 },
      { heading: '条款内容', width: 46 },
      { heading: '记分人', width: 12 },
      { heading: '记分时间', width: 16 },
    ],
    rows: result.lines.map((line) => stepCells(line, period.timeZone)),
  };
  return {
    name: `${result.period.label}${subject.name}成绩单.xlsx`,
    bytes: await writeWorkbook([told, steps]),
  };
}

/** A fraction that has no end stays text: 4/3. */
function pointsCell(value: string | null) {
  if (value === null) return null;
  return DECIMAL.test(value) ? decimal(value) : text(value);
}

function stepCells(line: results.ResultView['lines'][number], timeZone: string) {
  const [entry, ...others] = line.entries;
  const only = others.length === 0 ? entry : undefined;
  return [
    text(`${' '.repeat(line.depth)}${line.text}`),
    pointsCell(line.value),
    text(line.clauseId),
    text(line.clauseText),
    text(only?.by ?? null),
    text(only ? chineseDay(new Date(only.at), timeZone) : null),
  ];
}
