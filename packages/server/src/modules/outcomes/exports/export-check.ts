import type { outcomes } from '@mingji/contract';
import type { Ctx } from '../../../context.ts';
import { officeSheet, type WorkbookFile, workbookFile } from '../../../spreadsheet/office-table.ts';
import { text } from '../../../spreadsheet/write-workbook.ts';
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
export async function exportCheck(ctx: Ctx, checkId: string): Promise<WorkbookFile> {
  const row = await findCheck(ctx, checkId);
  const { timeZone } = ctx.actor;
  const sheet = officeSheet<outcomes.CheckedNominee>({
    name: '评优核查',
    title: `评优核查表（${row.title}）`,
    unitLine: `核查人：${row.by_name}`,
    dateLine: `核查日期：${chineseDay(row.at, timeZone)}`,
    columns: [
      { heading: '名单所写', width: 20, cell: (one) => text(one.given) },
      {
        heading: row.subject_kind === 'unit' ? '单位' : '姓名',
        width: 16,
        cell: (one) => text(one.subject?.name ?? null),
      },
      {
        heading: row.subject_kind === 'unit' ? '机构代码' : '警号',
        width: 15,
        cell: (one) => text(one.subject?.code ?? null),
      },
      { heading: '所在单位', width: 22, cell: (one) => text(one.subject?.unit.name ?? null) },
      { heading: '结论', width: 9, align: 'center', cell: (one) => text(verdicts[one.verdict]) },
      { heading: '情况', width: 56, cell: (one) => text(one.problem ?? one.flags.map(flagText).join('\n')) },
      { heading: '所依据的成绩', width: 40, cell: (one) => text(one.basis.join('\n')) },
    ],
    rows: presentNominees(ctx, row),
    closingLines: ['核查人：          考核办负责人：          纪检督察：'],
    watermark: watermarkOf(ctx, timeZone),
  });
  return workbookFile(sheet.title, sheet);
}

function flagText({ message, clause }: outcomes.CommendationFlag): string {
  return clause === null ? message : `${message}（条款 ${clause}）`;
}
