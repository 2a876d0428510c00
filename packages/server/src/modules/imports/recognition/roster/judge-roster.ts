import { foldWidth, isBlankMark } from '../cell-text.ts';
import { distinctCells } from '../line-role.ts';
import type { ColumnMapping, RecognizedTable, TableLine } from '../recognize-table.ts';
import type { CellEdit, JudgedRow, Recognized } from '../recognized.ts';
import type { KnownUnit, UnitDirectory } from '../resolve-unit.ts';
import { unitDirectory } from '../resolve-unit.ts';
import type { ReadCell, RowReader } from '../row-reader.ts';
import { indexEdits, problemSink, rawTexts, readerOf } from '../row-reader.ts';
import { summarize, verdictOf } from '../summarize.ts';
import { tableProblems, unmatchedColumns } from '../table-problems.ts';
import type { UnitCarry } from '../unit-carry.ts';
import { unitCarry } from '../unit-carry.ts';
import type { IdentifiedRow } from './find-duplicates.ts';
import { findDuplicates } from './find-duplicates.ts';
import { judgePerson } from './judge-person.ts';
import { rosterFields } from './roster-fields.ts';
import type { ExistingOfficer, RosterValues } from './roster-values.ts';

export type RosterContext = {
  units: readonly KnownUnit[];
  bureauName: string;
  policeNoDigits: number;
  existing: readonly ExistingOfficer[];
};

const FIELDS = [
  'unit',
  'name',
  'sex',
  'policeNo',
  'idNo',
  'birth',
  'politics',
  'position',
  'rank',
  'insignia',
  'post',
  'joined',
  'status',
  'kind',
  'remark',
] as const;

const NOBODY: RosterValues = {
  unit: null,
  unitId: null,
  name: null,
  sex: null,
  policeNo: null,
  idNo: null,
  birth: null,
  politics: null,
  position: null,
  rank: null,
  insignia: null,
  post: null,
  joined: null,
  status: null,
  membership: null,
  kind: null,
  remark: null,
};

const ROLE_NOTES: Partial<Record<TableLine['role'], string>> = {
  total: '合计行',
  subtotal: '小计行',
  signature: '签字行',
  note: '说明行',
  header: '重复的表头',
};

const PERSONAL = [
  'name',
  'policeNo',
  'idNo',
  'sex',
  'birth',
  'position',
  'rank',
  'insignia',
  'politics',
  'joined',
] as const;

/** “一、指挥中心(6人)” across the table: the unit of the rows below. */
function blockHeading(line: TableLine, resolve: UnitDirectory): ReadCell | null {
  const [only, ...others] = distinctCells(line.cells);
  if (!only || others.length > 0 || only.kind !== 'text') return null;
  const bare = foldWidth(only.text)
    .trim()
    .replace(/^[(]?[一二三四五六七八九十\d]+[)、.]+\s*/, '')
    .replace(/[(]?(共|计)?\d+(人|名)?[)]?$|:$/, '');
  if (resolve(bare).kind === 'unknown') return null;
  return {
    field: 'unit',
    cell: { kind: 'text', text: bare },
    text: bare,
    column: null,
    address: null,
    edited: false,
  };
}

function notAPerson(line: TableLine, note: string, raw: Record<string, string>): JudgedRow<RosterValues> {
  return {
    row: line.row,
    hidden: line.hidden,
    verdict: 'not-a-person',
    problems: [],
    notes: [note],
    raw,
    values: NOBODY,
  };
}

/** Why a data line holds nobody: a unit heading, or a numbered line that was never filled in. */
function emptyLineNote(
  line: TableLine,
  reader: RowReader,
  resolve: UnitDirectory,
  carry: UnitCarry,
): string | null {
  const heading = blockHeading(line, resolve);
  if (heading) {
    carry.head(heading);
    return `单位标题行：${heading.text}`;
  }
  return PERSONAL.every((field) => isBlankMark(reader(field).text)) ? '没有填写人员信息的行' : null;
}

/**
 * P18: judges every line of a roster. Pure: the same file, mapping, organization and corrections give the same
 * answer, so a correction is judged by judging again with one more edit.
 */
export function judgeRoster(
  table: RecognizedTable,
  mapping: ColumnMapping,
  context: RosterContext,
  edits: readonly CellEdit[] = [],
): Recognized<RosterValues> {
  const resolve = unitDirectory(context.units, context.bureauName);
  const fields = rosterFields(resolve);
  const carry = unitCarry(resolve);
  const editIndex = indexEdits(edits);
  const mapped = new Set(mapping.map((item) => item.field));
  const hasIdentityColumn = mapped.has('policeNo') || mapped.has('idNo');
  const rows: JudgedRow<RosterValues>[] = [];
  const people: IdentifiedRow[] = [];
  for (const line of table.lines) {
    if (line.role === 'empty') continue;
    const reader = readerOf(line, mapping, editIndex);
    const raw = rawTexts(
      reader,
      FIELDS.filter((field) => mapped.has(field)),
    );
    const note =
      line.role === 'data'
        ? emptyLineNote(line, reader, resolve, carry)
        : (ROLE_NOTES[line.role] ?? '说明行');
    if (note !== null) {
      rows.push(notAPerson(line, note, raw));
      continue;
    }
    const sink = problemSink();
    const unit = carry.judge(reader('unit'), sink);
    const options = { policeNoDigits: context.policeNoDigits, date1904: table.date1904, hasIdentityColumn };
    const person = judgePerson(reader, options, sink);
    const notes = line.hidden ? ['隐藏行，同样读取'] : [];
    rows.push({
      row: line.row,
      hidden: line.hidden,
      verdict: 'ok',
      problems: sink.problems,
      notes,
      raw,
      values: { ...unit, ...person.values },
    });
    const place = (field: string) => ({ column: reader(field).column, cell: reader(field).address });
    people.push({
      row: line.row,
      name: person.values.name,
      identity: person.identity,
      cells: { policeNo: place('policeNo'), idNo: place('idNo') },
      problems: sink.problems,
    });
  }
  findDuplicates(people, context.existing);
  for (const row of rows) if (row.verdict !== 'not-a-person') row.verdict = verdictOf(row.problems);
  return {
    sheet: table.sheet,
    rows,
    summary: summarize(rows),
    mapping: [...mapping],
    columns: table.columns,
    unmatchedColumns: unmatchedColumns(table, mapping),
    problems: tableProblems(fields, mapping),
  };
}
