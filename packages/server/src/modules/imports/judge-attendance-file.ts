import { sql } from 'kysely';
import { serviceOn } from '../organization/index.ts';
import type { JudgeInput } from './judge-input.ts';
import { chosenSheet, decideRows, noTable } from './judge-input.ts';
import type { Judgement } from './judgement.ts';
import { rankedSheets } from './ranked-sheets.ts';
import { attendanceFields } from './recognition/attendance/attendance-fields.ts';
import { attendanceMonth, daysInMonth } from './recognition/attendance/attendance-month.ts';
import type { KnownOfficer } from './recognition/attendance/attendance-values.ts';
import { judgeAttendance } from './recognition/attendance/judge-attendance.ts';
import { unitDirectory } from './recognition/resolve-unit.ts';

const POLICE_NO_DIGITS = 6;

export async function judgeAttendanceFile(input: JudgeInput): Promise<Judgement> {
  const { batch, units, decisions } = input;
  const fields = attendanceFields(unitDirectory(units, batch.unit_name));
  const sheets = rankedSheets(input, fields);
  const choice = chosenSheet(sheets, batch);
  const table = choice?.table ?? null;
  const sheet = choice?.sheet ?? null;
  const base = { kind: 'attendance' as const, sheets, sheet, decompositionSheet: null, fields };
  if (!table || sheet === null) {
    const content = { kind: 'attendance' as const, month: null, rows: [] };
    return { ...base, columns: [], mapping: [], problems: [noTable(sheet, '考勤结果')], content };
  }
  const mapping = batch.reading.columns ?? table.mapping;
  const edits = decisions.editsOf(sheet);
  const month =
    batch.options.month ??
    attendanceMonth([table.title, table.dateLine, table.unitLine, sheet, batch.file_name]);
  const context = {
    units,
    bureauName: batch.unit_name,
    policeNoDigits: batch.options.policeNoDigits ?? POLICE_NO_DIGITS,
    month,
    officers: [],
  };
  // First who is meant, then who that is: the bureau's people are never loaded as a whole.
  const people = judgeAttendance(table, mapping, context, edits).rows.map((row) => row.values);
  const officers = await officersMeant(input, month, people);
  const judged = judgeAttendance(table, mapping, { ...context, officers }, edits);
  return {
    ...base,
    columns: table.columns,
    mapping,
    problems: judged.problems,
    content: { kind: 'attendance', month, rows: decideRows(input, sheet, judged.rows) },
  };
}

/** Those of the office's own units (P1), as they served at the end of the month. */
async function officersMeant(
  { db, ctx, batch }: JudgeInput,
  month: string | null,
  people: readonly { readonly policeNo: string | null; readonly name: string | null }[],
): Promise<KnownOfficer[]> {
  const policeNos = people.map(({ policeNo }) => policeNo).filter((no) => no !== null);
  const names = people.flatMap(({ policeNo, name }) => (policeNo === null && name !== null ? [name] : []));
  const last = month === null ? '9999-12-31' : `${month}-${String(daysInMonth(month))}`;
  const { rows } = await sql<KnownOfficer>`
    select o.id, o.police_no as "policeNo", o.name, u.id as "unitId", u.name as "unitName", (
      select b.number from attendance_month a join import_batch b on b.id = a.import_batch_id
      where a.officer_id = o.id and a.import_batch_id <> ${batch.id}
        and a.month_from = ${month === null ? null : `${month}-01`}::date) as "importedBy"
    from officer o
    join ${serviceOn(ctx.actor.bureauId, last)} service on service.officer_id = o.id
    join unit u on u.id = service.unit_id
    where o.bureau_id = ${ctx.actor.bureauId} and starts_with(u.path, ${batch.unit_path})
      and (o.police_no = any(${policeNos}::text[]) or o.name = any(${names}::text[]))
    order by o.police_no`.execute(db);
  return rows;
}
