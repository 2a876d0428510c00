import { isBlankMark, tidyText } from '../cell-text.ts';
import { readOfficeQuantity } from '../office-quantity.ts';
import type { ColumnMapping, RecognizedTable, TableLine } from '../recognize-table.ts';
import type { CellEdit, JudgedRow, Problem, Recognized } from '../recognized.ts';
import type { KnownUnit } from '../resolve-unit.ts';
import { unitDirectory } from '../resolve-unit.ts';
import type { RowReader } from '../row-reader.ts';
import { indexEdits, problemSink, rawTexts, readerOf } from '../row-reader.ts';
import { summarize, verdictOf } from '../summarize.ts';
import { tableProblems, unmatchedColumns } from '../table-problems.ts';
import type { DeclaredMarks } from './check-sums.ts';
import { checkSum, holds, itemSums } from './check-sums.ts';
import { judgeIndicator, judgeMarks, sameName } from './judge-indicator.ts';
import { targetBookFields } from './target-book-fields.ts';
import type { IndicatorValues, SumCheck } from './target-book-values.ts';

export type TargetBookContext = { units: readonly KnownUnit[]; bureauName: string };

export type RecognizedTargetBook = Recognized<IndicatorValues> & {
  items: SumCheck[];
  total: SumCheck | null;
  /** 注:… lines, word for word. */
  bookNotes: string[];
};

const FIELDS = ['item', 'itemMarks', 'name', 'rule', 'marks', 'owner', 'target', 'remark'] as const;
const NOTHING: IndicatorValues = {
  item: null,
  name: null,
  rule: null,
  marks: null,
  owner: null,
  ownerId: null,
  coOwners: [],
  target: null,
  targetUnit: null,
  remark: null,
  flags: [],
};
const ROLE_NOTES: Partial<Record<TableLine['role'], string>> = {
  total: '合计行',
  subtotal: '小计行',
  signature: '签字行',
  header: '重复的表头',
};

/** An item is written once for its block, merged or not; 治安管理(10分) carries its marks with it. */
function splitItem(written: string): { name: string; marks: string | null } {
  const match = /^(.*?)[((]\s*(\d+(?:\.\d+)?)\s*分?\s*[))]$/.exec(tidyText(written));
  return match ? { name: match[1] ?? '', marks: match[2] ?? null } : { name: tidyText(written), marks: null };
}

/** The declared total is the number of the total row that stands in a marks column. */
function declaredTotal(reader: RowReader): DeclaredMarks {
  for (const field of ['itemMarks', 'marks'] as const) {
    const read = reader(field);
    const found = readOfficeQuantity(read.cell);
    if (found.kind === 'quantity') return { value: found.value, cell: read.address };
  }
  return { value: null, cell: null };
}

function sumProblem(code: string, check: SumCheck, message: string): Problem {
  return {
    code,
    severity: 'error',
    field: 'itemMarks',
    column: null,
    cell: check.cell,
    value: check.declared ?? '',
    message,
  };
}

function sumProblems(items: readonly SumCheck[], total: SumCheck | null): Problem[] {
  const at = (check: SumCheck) => (check.cell === null ? '' : `${check.cell}：`);
  const problems = items
    .filter((item) => !holds(item))
    .map((item) =>
      sumProblem(
        'item-marks-differ',
        item,
        `${at(item)}项目“${item.name}”写明 ${item.declared} 分，所属指标合计 ${item.sum} 分，相差 ${item.difference} 分`,
      ),
    );
  if (total && !holds(total)) {
    problems.push(
      sumProblem(
        'total-marks-differ',
        total,
        `${at(total)}合计写明 ${total.declared} 分，各项目合计 ${total.sum} 分，相差 ${total.difference} 分`,
      ),
    );
  }
  return problems;
}

type BookState = {
  item: string | null;
  declared: Map<string, DeclaredMarks>;
  notes: string[];
  total: DeclaredMarks | null;
};

function enterItem(reader: RowReader, state: BookState, sink: ReturnType<typeof problemSink>): void {
  const itemCell = reader('item');
  const marksCell = reader('itemMarks');
  let inName: string | null = null;
  if (!isBlankMark(itemCell.text)) {
    const { name, marks } = splitItem(itemCell.text);
    if (state.item === null || !sameName(state.item, name)) state.item = name;
    inName = marks;
  }
  const marks = judgeMarks(marksCell, '项目分值', sink) ?? inName;
  if (state.item === null || marks === null) return;
  const before = state.declared.get(state.item);
  if (before?.value != null && before.value !== marks) {
    sink.error(
      marksCell,
      'item-marks-twice',
      `项目“${state.item}”前面写明 ${before.value} 分，这里是 ${marks} 分：请统一`,
    );
    return;
  }
  if (!before) state.declared.set(state.item, { value: marks, cell: marksCell.address ?? itemCell.address });
}

function duplicateNames(rows: readonly JudgedRow<IndicatorValues>[]): void {
  const first = new Map<string, number>();
  for (const row of rows) {
    if (row.verdict === 'not-a-person' || row.values.name === null) continue;
    const key = `${row.values.item}\n${row.values.name}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, row.row);
    else {
      row.problems.push({
        code: 'duplicate-in-file',
        severity: 'error',
        field: 'name',
        column: null,
        cell: null,
        value: row.values.name,
        message: `第 ${row.row} 行的指标“${row.values.name}”与第 ${before} 行重复`,
      });
    }
  }
}

/** P18: the year's book as items and indicators, every sum checked. Pure, like judgeRoster. */
export function judgeTargetBook(
  table: RecognizedTable,
  mapping: ColumnMapping,
  context: TargetBookContext,
  edits: readonly CellEdit[] = [],
): RecognizedTargetBook {
  const resolve = unitDirectory(context.units, context.bureauName);
  const editIndex = indexEdits(edits);
  const mapped = new Set(mapping.map((item) => item.field));
  const state: BookState = { item: null, declared: new Map(), notes: [], total: null };
  const rows: JudgedRow<IndicatorValues>[] = [];
  for (const line of table.lines) {
    if (line.role === 'empty') continue;
    const reader = readerOf(line, mapping, editIndex);
    const raw = rawTexts(
      reader,
      FIELDS.filter((field) => mapped.has(field)),
    );
    const base = { row: line.row, hidden: line.hidden, raw };
    const blank = ['name', 'rule', 'marks'].every((field) => isBlankMark(reader(field).text));
    if (line.role !== 'data' || blank) {
      if (line.role === 'total') state.total = declaredTotal(reader);
      const text = line.cells.find((cell) => cell.kind === 'text');
      if (line.role === 'note' && text?.kind === 'text') state.notes.push(text.text.trim());
      if (line.role === 'data') enterItem(reader, state, problemSink());
      const note = ROLE_NOTES[line.role] ?? '说明行';
      rows.push({ ...base, verdict: 'not-a-person', problems: [], notes: [note], values: NOTHING });
      continue;
    }
    const sink = problemSink();
    enterItem(reader, state, sink);
    const values = judgeIndicator(reader, state.item, resolve, sink);
    rows.push({
      ...base,
      verdict: 'ok',
      problems: sink.problems,
      notes: line.hidden ? ['隐藏行，同样读取'] : [],
      values,
    });
  }
  duplicateNames(rows);
  for (const row of rows) if (row.verdict !== 'not-a-person') row.verdict = verdictOf(row.problems);
  const items = itemSums(rows, state.declared);
  const itemMarks = items.map((item) => item.declared ?? item.sum);
  const total = state.total
    ? checkSum(
        '合计',
        state.total,
        itemMarks,
        rows.map((row) => row.row),
      )
    : null;
  return {
    sheet: table.sheet,
    rows,
    summary: summarize(rows),
    mapping: [...mapping],
    columns: table.columns,
    unmatchedColumns: unmatchedColumns(table, mapping),
    problems: [...tableProblems(targetBookFields(resolve), mapping), ...sumProblems(items, total)],
    items,
    total,
    bookNotes: state.notes,
  };
}
