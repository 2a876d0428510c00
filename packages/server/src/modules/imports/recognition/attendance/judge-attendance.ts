import { foldText, isBlankMark } from '../cell-text.ts';
import type { ColumnMapping, RecognizedTable, TableLine } from '../recognize-table.ts';
import type { CellEdit, JudgedRow, Problem } from '../recognized.ts';
import { type KnownUnit, type UnitDirectory, unitDirectory } from '../resolve-unit.ts';
import { judgeName, judgePoliceNo } from '../roster/judge-identity.ts';
import {
  indexEdits,
  type ProblemSink,
  problemSink,
  type RowReader,
  rawTexts,
  readerOf,
} from '../row-reader.ts';
import { verdictOf } from '../summarize.ts';
import { tableProblems } from '../table-problems.ts';
import { AMOUNT_FIELDS, attendanceFields } from './attendance-fields.ts';
import { daysInMonth } from './attendance-month.ts';
import type { AttendanceValues, KnownOfficer } from './attendance-values.ts';
import { judgeAmounts } from './judge-amounts.ts';
import { type OfficerDirectory, officerDirectory } from './officer-directory.ts';

export type AttendanceContext = {
  units: readonly KnownUnit[];
  bureauName: string;
  policeNoDigits: number;
  /** 2026-10; null while nobody knows. */
  month: string | null;
  officers: readonly KnownOfficer[];
};
const FIELDS = ['unit', 'name', 'policeNo', ...AMOUNT_FIELDS.map(({ field }) => field)];
const NOBODY = Object.fromEntries(
  ['officerId', ...FIELDS].map((field) => [field, null]),
) as unknown as AttendanceValues;

/** Who is meant: by 警号, which must carry the name; without it by a name that is the only one. */
function judgeOfficer(
  reader: RowReader,
  given: { readonly policeNo: string | null; readonly name: string | null },
  officers: OfficerDirectory,
  sink: ProblemSink,
): KnownOfficer | null {
  const { policeNo, name } = given;
  const named = name === null ? [] : officers.named(name);
  if (policeNo === null) {
    if (name === null || sink.problems.some(({ field }) => field === 'policeNo')) return null;
    const [only, other] = named;
    if (only === undefined || other !== undefined) {
      const how = other === undefined ? '在册人员中没有此人' : `在册有 ${named.length} 人同名`;
      sink.error(reader('policeNo'), 'officer-unknown', `“${name}”没有写警号，${how}：请补上警号`);
      return null;
    }
    const change = { from: '', to: only.policeNo };
    sink.repair(
      reader('policeNo'),
      'officer-by-name',
      `“${name}”没有写警号，在册只有 ${only.unitName} 的一人`,
      change,
    );
    return only;
  }
  const found = officers.byPoliceNo.get(policeNo);
  if (found === undefined) {
    const near = named.map((officer) => `${officer.policeNo} ${officer.unitName}`).slice(0, 5);
    sink.error(
      reader('policeNo'),
      'officer-unknown',
      `本单位范围内没有警号 ${policeNo} 的人员：请核对警号，或跳过本行`,
      near,
    );
    return null;
  }
  if (name !== null && found.name !== name) {
    sink.error(
      reader('name'),
      'name-differs',
      `警号 ${policeNo} 登记的是“${found.name}”，本行写的是“${name}”：请核对`,
    );
    return null;
  }
  return found;
}

interface Known {
  readonly month: string | null;
  readonly policeNoDigits: number;
  readonly officers: OfficerDirectory;
  readonly resolve: UnitDirectory;
}

function judgeLine(line: TableLine, reader: RowReader, context: Known) {
  const sink = problemSink();
  const name = judgeName(reader('name'), sink);
  const policeNo = judgePoliceNo(reader('policeNo'), context.policeNoDigits, sink);
  const officer = judgeOfficer(reader, { policeNo, name }, context.officers, sink);
  const written = reader('unit');
  const unit = isBlankMark(written.text) ? null : context.resolve(written.text);
  const other =
    (unit?.kind === 'exact' || unit?.kind === 'alias') && officer !== null && unit.unit.id !== officer.unitId;
  if (other) {
    sink.warning(written, 'unit-differs', `名册上“${officer.name}”当月在“${officer.unitName}”，按名册登记`);
  }
  if (officer?.importedBy) {
    sink.error(
      reader('policeNo'),
      'month-imported',
      `“${officer.name}”当月的考勤已由${officer.importedBy}导入：更正请先撤销那一批，或跳过本行`,
    );
  }
  const most = context.month === null ? 31 : daysInMonth(context.month);
  const values: AttendanceValues = {
    officerId: officer?.id ?? null,
    policeNo: officer?.policeNo ?? policeNo,
    name,
    unit: officer?.unitName ?? null,
    ...judgeAmounts(reader, most, sink),
  };
  return { row: line.row, sink, values };
}

/** One person once: a second row with the same 警号 is an error that names the first. */
function findTwice(rows: readonly JudgedRow<AttendanceValues>[]): void {
  const first = new Map<string, number>();
  for (const { row, values, problems } of rows) {
    if (values.policeNo === null) continue;
    const before = first.get(values.policeNo);
    if (before === undefined) {
      first.set(values.policeNo, row);
      continue;
    }
    const message = `第 ${row} 行与第 ${before} 行是同一人（警号 ${values.policeNo}）：请删去或跳过重复的一行`;
    const value = `${values.policeNo} ${before}`;
    problems.push({
      code: 'duplicate-in-file',
      severity: 'error',
      field: 'policeNo',
      column: null,
      cell: null,
      value,
      message,
    });
  }
}

/** P3: judges every line of a monthly attendance result. Pure, like the other kinds. */
export function judgeAttendance(
  table: RecognizedTable,
  mapping: ColumnMapping,
  context: AttendanceContext,
  edits: readonly CellEdit[] = [],
): { readonly rows: readonly JudgedRow<AttendanceValues>[]; readonly problems: readonly Problem[] } {
  const resolve = unitDirectory(context.units, context.bureauName);
  const known: Known = { ...context, officers: officerDirectory(context.officers), resolve };
  const editIndex = indexEdits(edits);
  const mapped = new Set(mapping.map((item) => item.field));
  const rows: JudgedRow<AttendanceValues>[] = [];
  for (const line of table.lines) {
    if (line.role === 'empty') continue;
    const reader = readerOf(line, mapping, editIndex);
    const raw = rawTexts(
      reader,
      FIELDS.filter((field) => mapped.has(field)),
    );
    const base = { row: line.row, hidden: line.hidden, raw };
    const nobody = ['name', 'policeNo'].every((field) => isBlankMark(foldText(reader(field).text)));
    if (line.role !== 'data' || nobody) {
      const notes = [line.role === 'data' ? '没有填写人员的行' : '合计、签字或说明行'];
      rows.push({ ...base, verdict: 'not-a-person', problems: [], notes, values: NOBODY });
      continue;
    }
    const { sink, values } = judgeLine(line, reader, known);
    const notes = line.hidden ? ['隐藏行，同样读取'] : [];
    rows.push({ ...base, verdict: 'ok', problems: sink.problems, notes, values });
  }
  findTwice(rows);
  for (const row of rows) if (row.verdict !== 'not-a-person') row.verdict = verdictOf(row.problems);
  const problems = tableProblems(attendanceFields(resolve), mapping);
  return { rows, problems: context.month === null ? [...problems, monthMissing()] : problems };
}

function monthMissing(): Problem {
  return {
    code: 'month-missing',
    severity: 'error',
    field: 'month',
    column: null,
    cell: null,
    value: '',
    message: '标题里看不出是哪个月的考勤：请选定考勤月份',
  };
}
