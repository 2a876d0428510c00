import { localDay } from '../../local-day.ts';
import { registeredOfficers } from './import-context.ts';
import type { JudgeInput } from './judge-input.ts';
import { chosenSheet, decideRows, noTable } from './judge-input.ts';
import type { Judgement } from './judgement.ts';
import { rankedSheets } from './ranked-sheets.ts';
import type { JudgedRow } from './recognition/recognized.ts';
import { unitDirectory } from './recognition/resolve-unit.ts';
import { judgeRoster } from './recognition/roster/judge-roster.ts';
import { rosterFields } from './recognition/roster/roster-fields.ts';
import type { RosterValues } from './recognition/roster/roster-values.ts';

const POLICE_NO_DIGITS = 6;

export async function judgeRosterFile(input: JudgeInput): Promise<Judgement> {
  const { db, ctx, batch, units, decisions } = input;
  const fields = rosterFields(unitDirectory(units, batch.unit_name));
  const sheets = rankedSheets(input, fields);
  const choice = chosenSheet(sheets, batch);
  const table = choice?.table ?? null;
  const sheet = choice?.sheet ?? null;
  const base = { kind: 'roster' as const, sheets, sheet, decompositionSheet: null, fields };
  if (!table || sheet === null) {
    const content = { kind: 'roster' as const, rows: [] };
    return { ...base, columns: [], mapping: [], problems: [noTable(sheet, '花名册')], content };
  }
  const mapping = batch.reading.columns ?? table.mapping;
  const edits = decisions.editsOf(sheet);
  const context = {
    units,
    bureauName: batch.unit_name,
    policeNoDigits: batch.options.policeNoDigits ?? POLICE_NO_DIGITS,
    existing: [],
  };
  // First who is meant, then whether they are there already: the bureau's people are never loaded as a whole.
  const people = judgeRoster(table, mapping, context, edits).rows.map((row) => row.values);
  const existing = await registeredOfficers(db, ctx, people, batch);
  const judged = judgeRoster(table, mapping, { ...context, existing }, edits);
  const today = localDay(ctx.now, ctx.actor.timeZone);
  for (const row of judged.rows) {
    askForPoliceNo(row);
    if ((row.values.joined ?? '') > today) row.notes.push(`入警时间 ${row.values.joined} 在今天之后，请核对`);
  }
  return {
    ...base,
    columns: table.columns,
    mapping,
    problems: judged.problems,
    content: { kind: 'roster', rows: decideRows(input, sheet, judged.rows) },
  };
}

/** Everybody is registered by 警号: it is the account's name and orders equals on every list. */
function askForPoliceNo(row: JudgedRow<RosterValues>): void {
  const missing = row.problems.find((problem) => problem.code === 'police-no-missing');
  if (row.verdict === 'not-a-person' || row.values.policeNo !== null) return;
  if (row.problems.some((problem) => problem.severity === 'error')) return;
  row.problems.push({
    code: 'police-no-needed',
    severity: 'error',
    field: 'policeNo',
    column: missing?.column ?? null,
    cell: missing?.cell ?? null,
    value: '',
    message: `${missing?.cell ?? `第 ${row.row} 行`}：没有警号不能登记入册，请补上警号，或跳过本行`,
  });
}
