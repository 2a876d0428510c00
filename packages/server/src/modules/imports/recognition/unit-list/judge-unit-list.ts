import { foldText, isBlankMark } from '../cell-text.ts';
import type { ColumnMapping, RecognizedTable } from '../recognize-table.ts';
import type { CellEdit, JudgedRow, Recognized } from '../recognized.ts';
import { unitDirectory } from '../resolve-unit.ts';
import type { ProblemSink, RowReader } from '../row-reader.ts';
import { indexEdits, problemSink, rawTexts, readerOf } from '../row-reader.ts';
import { summarize, verdictOf } from '../summarize.ts';
import { tableProblems, unmatchedColumns } from '../table-problems.ts';
import { judgeUnitRow } from './judge-unit-row.ts';
import { UNIT_FIELDS } from './unit-fields.ts';
import type { ExistingUnit, UnitValues } from './unit-values.ts';

export type UnitListContext = { existing: readonly ExistingUnit[]; bureauName: string };

const FIELDS = ['name', 'kind', 'parent', 'code', 'aliases', 'remark'] as const;
const NOTHING: UnitValues = {
  name: null,
  kind: null,
  parent: null,
  parentId: null,
  code: null,
  aliases: [],
  remark: null,
};

type Pending = { judged: JudgedRow<UnitValues>; reader: RowReader; sink: ProblemSink };

/** The upper unit is one of this file or one already there; the bureau's own name means “directly under it”. */
function resolveParents(pending: readonly Pending[], context: UnitListContext): void {
  const inFile = pending.flatMap(({ judged: { row, values } }) =>
    values.name === null ? [] : [{ id: `row ${row}`, name: values.name, aliases: values.aliases }],
  );
  const known = new Set(inFile.map(({ name }) => foldText(name)));
  const others = context.existing.filter(({ name }) => !known.has(foldText(name)));
  const resolve = unitDirectory([...inFile, ...others], context.bureauName);
  const existingIds = new Set(others.map(({ id }) => id));
  for (const { judged, reader, sink } of pending) {
    const { parent, name } = judged.values;
    if (parent === null) continue;
    const read = reader('parent');
    const found = resolve(parent);
    if (foldText(parent) === foldText(context.bureauName)) judged.values.parent = null;
    else if (found.kind === 'unknown' || found.kind === 'ambiguous') {
      judged.values.parent = null;
      sink.error(
        read,
        'parent-unknown',
        `上级单位“${parent}”不在本表，也不在机构中：请核对名称`,
        found.kind === 'unknown' ? found.suggestions : [],
      );
    } else if (found.unit.name === name) {
      judged.values.parent = null;
      sink.error(read, 'parent-self', `“${name}”的上级单位是它自己：请改正`);
    } else {
      judged.values.parent = found.unit.name;
      judged.values.parentId = existingIds.has(found.unit.id) ? found.unit.id : null;
      if (found.kind === 'alias')
        sink.repair(read, 'unit-alias', `上级单位“${parent}”即“${found.unit.name}”`, {
          from: parent,
          to: found.unit.name,
        });
    }
  }
}

/** A chain of upper units that comes back to its start can stand in no tree. */
function findCycles(pending: readonly Pending[]): void {
  const parents = new Map(pending.map(({ judged }) => [judged.values.name, judged.values.parent]));
  for (const { judged, reader, sink } of pending) {
    const start = judged.values.name;
    let at = judged.values.parent;
    for (let steps = 0; at !== null && at !== undefined && steps <= parents.size; steps++) {
      if (at === start) {
        sink.error(reader('parent'), 'parent-cycle', `“${start}”的上级关系绕回了自己：请改正上级单位`);
        break;
      }
      at = parents.get(at) ?? null;
    }
  }
}

/** Names, codes and aliases belong to one unit only, in the file and in the organization. */
function findClashes(pending: readonly Pending[], context: UnitListContext): void {
  const owners = new Map<string, string>();
  const key = (kind: string, value: string) => `${kind}\n${foldText(value)}`;
  for (const unit of context.existing) {
    const where = `机构中的“${unit.name}”`;
    owners.set(key('name', unit.name), where);
    owners.set(key('code', unit.code), where);
    for (const alias of unit.aliases) owners.set(key('name', alias), where);
  }
  for (const { judged, reader, sink } of pending) {
    const { name, code, aliases } = judged.values;
    const claims: [field: string, kind: string, label: string, value: string | null][] = [
      ['name', 'name', '单位名称', name],
      ['code', 'code', '机构代码', code],
      ...aliases.map((alias): [string, string, string, string] => ['aliases', 'name', '简称', alias]),
    ];
    for (const [field, kind, label, value] of claims) {
      if (value === null) continue;
      const owner = owners.get(key(kind, value));
      if (owner === undefined) owners.set(key(kind, value), `第 ${judged.row} 行“${name ?? ''}”`);
      else
        sink.error(
          reader(field),
          `duplicate-${field}`,
          `${label}“${value}”与${owner}的相同：请改正或删去本行`,
        );
    }
  }
}

/** P18: an office's own list of units, judged like the roster. Pure. */
export function judgeUnitList(
  table: RecognizedTable,
  mapping: ColumnMapping,
  context: UnitListContext,
  edits: readonly CellEdit[] = [],
): Recognized<UnitValues> {
  const editIndex = indexEdits(edits);
  const mapped = new Set(mapping.map((item) => item.field));
  const rows: JudgedRow<UnitValues>[] = [];
  const pending: Pending[] = [];
  for (const line of table.lines) {
    if (line.role === 'empty') continue;
    const reader = readerOf(line, mapping, editIndex);
    const raw = rawTexts(
      reader,
      FIELDS.filter((field) => mapped.has(field)),
    );
    const base = { row: line.row, hidden: line.hidden, raw };
    if (line.role !== 'data' || FIELDS.every((field) => isBlankMark(reader(field).text))) {
      rows.push({ ...base, verdict: 'not-a-person', problems: [], notes: ['不是单位的行'], values: NOTHING });
      continue;
    }
    const sink = problemSink();
    const notes = line.hidden ? ['隐藏行，同样读取'] : [];
    const judged: JudgedRow<UnitValues> = {
      ...base,
      verdict: 'ok',
      problems: sink.problems,
      notes,
      values: judgeUnitRow(reader, sink),
    };
    rows.push(judged);
    pending.push({ judged, reader, sink });
  }
  resolveParents(pending, context);
  findCycles(pending);
  findClashes(pending, context);
  for (const { judged } of pending) judged.verdict = verdictOf(judged.problems);
  return {
    sheet: table.sheet,
    rows,
    summary: summarize(rows),
    mapping: [...mapping],
    columns: table.columns,
    unmatchedColumns: unmatchedColumns(table, mapping),
    problems: tableProblems(UNIT_FIELDS, mapping),
  };
}
