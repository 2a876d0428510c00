import type { outcomes } from '@mingji/contract';
import type { Ctx } from '../../../context.ts';
import { type OutputSheet, text, writeWorkbook } from '../../../spreadsheet/write-workbook.ts';
import { chineseDay, watermarkOf } from '../../results/index.ts';
import { findCheck } from '../queries/checks.ts';
import { presentNominees } from '../stored-check.ts';

const verdicts: Readonly<Record<outcomes.CheckedNominee['verdict'], string>> = {
  clear: '符合',
  look: '请核实',
  forbidden: '不符合',
  unresolved: '未核查',
};

/** The record as the committee's paper: who checked, when, on which results, and each finding with its clause. */
export async function exportCheck(ctx: Ctx, checkId: string): Promise<{ name: string; bytes: Uint8Array }> {
  const row = await findCheck(ctx, checkId);
  const { timeZone } = ctx.actor;
  const sheet: OutputSheet = {
    name: '评优核查',
    title: `评优核查表（${row.title}）`,
    unitLine: `核查人：${row.by_name}`,
    dateLine: `核查日期：${chineseDay(row.at, timeZone)}`,
    columns: [
      { heading: '名单所写', width: 20 },
      { heading: row.subject_kind === 'unit' ? '单位' : '姓名', width: 16 },
      { heading: row.subject_kind === 'unit' ? '机构代码' : '警号', width: 15 },
      { heading: '所在单位', width: 22 },
      { heading: '结论', width: 9, align: 'center' },
      { heading: '情况', width: 56 },
      { heading: '所依据的成绩', width: 40 },
    ],
    rows: presentNominees(ctx, row).map((one) => [
      text(one.given),
      text(one.subject?.name ?? null),
      text(one.subject?.code ?? null),
      text(one.subject?.unit.name ?? null),
      text(verdicts[one.verdict]),
      text(one.problem ?? one.flags.map(flagText).join('\n')),
      text(one.basis.join('\n')),
    ]),
    closingLines: ['核查人：          考核办负责人：          纪检督察：'],
    watermark: watermarkOf(ctx, timeZone),
  };
  return { name: `${sheet.title}.xlsx`, bytes: await writeWorkbook([sheet]) };
}

function flagText({ message, clause }: outcomes.CommendationFlag): string {
  return clause === null ? message : `${message}（条款 ${clause}）`;
}
