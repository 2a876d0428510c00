import type { JudgeInput } from './judge-input.ts';
import { chosenSheet, decideRows, noTable } from './judge-input.ts';
import type { Judgement } from './judgement.ts';
import { rankedSheets } from './ranked-sheets.ts';
import type { JudgedRow, Problem } from './recognition/recognized.ts';
import { judgeUnitList } from './recognition/unit-list/judge-unit-list.ts';
import { UNIT_FIELDS } from './recognition/unit-list/unit-fields.ts';
import type { UnitValues } from './recognition/unit-list/unit-values.ts';

export async function judgeUnitFile(input: JudgeInput): Promise<Judgement> {
  const { batch, units, decisions } = input;
  const sheets = rankedSheets(input, UNIT_FIELDS);
  const choice = chosenSheet(sheets, batch);
  const table = choice?.table ?? null;
  const sheet = choice?.sheet ?? null;
  const base = { kind: 'units' as const, sheets, sheet, decompositionSheet: null, fields: UNIT_FIELDS };
  if (!table || sheet === null) {
    const content = { kind: 'units' as const, rows: [] };
    return { ...base, columns: [], mapping: [], problems: [noTable(sheet, '机构清单')], content };
  }
  const mapping = batch.reading.columns ?? table.mapping;
  const context = { existing: units, bureauName: batch.unit_name };
  const judged = judgeUnitList(table, mapping, context, decisions.editsOf(sheet));
  for (const row of judged.rows) addWhatTheTreeNeeds(row);
  return {
    ...base,
    columns: table.columns,
    mapping,
    problems: judged.problems,
    content: { kind: 'units', rows: decideRows(input, sheet, judged.rows) },
  };
}

/** The list itself may leave the code out; the tree of units cannot (P1: paths are made of codes). */
function addWhatTheTreeNeeds(row: JudgedRow<UnitValues>): void {
  if (row.verdict === 'not-a-person') return;
  const add = (code: string, field: string, message: string) => {
    const problem: Problem = { code, severity: 'error', field, column: null, cell: null, value: '', message };
    row.problems.push(problem);
  };
  const faulty = row.problems.some((problem) => problem.field === 'code' && problem.severity === 'error');
  if (row.values.code === null && !faulty) {
    add('code-missing', 'code', `第 ${row.row} 行没有机构代码：请补上 12 位代码`);
  }
  if (row.values.kind === 'bureau') {
    add('kind-bureau', 'kind', `第 ${row.row} 行的类别是公安局，只有最上级才是：请改为县（分）局等`);
  }
}
