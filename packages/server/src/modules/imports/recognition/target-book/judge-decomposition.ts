import { exact, isZero, sign, subtract, sumOf, toText } from '@mingji/engine';
import { cellAddress, columnLetters } from '../../../../spreadsheet/cell-address.ts';
import type { Cell, Sheet } from '../../../../spreadsheet/workbook.ts';
import { cellAt } from '../../../../spreadsheet/workbook.ts';
import { foldText, isBlankMark, tidyText, writtenText } from '../cell-text.ts';
import { readOfficeQuantity } from '../office-quantity.ts';
import type { CellEdit, JudgedRow, Problem, Recognized } from '../recognized.ts';
import type { KnownUnit } from '../resolve-unit.ts';
import { unitDirectory } from '../resolve-unit.ts';
import type { EditIndex, ReadCell } from '../row-reader.ts';
import { indexEdits, problemSink } from '../row-reader.ts';
import { summarize, verdictOf } from '../summarize.ts';
import { judgeUnit } from '../unit-carry.ts';
import type { DecompositionGrid, GridLine } from './find-decomposition.ts';
import { findDecomposition } from './find-decomposition.ts';
import type { ShareValues } from './target-book-values.ts';

export type DecompositionContext = {
  units: readonly KnownUnit[];
  bureauName: string;
  /** Indicators of the book with their yearly targets, when the book was read. */
  indicators?: readonly { name: string; target: string | null }[];
};

/** Rows are indicators whatever way the sheet lies; `row` is the indicator's line (a column number when transposed). */
export type RecognizedDecomposition = Recognized<ShareValues> & { transposed: boolean };

function readAt(
  sheet: Sheet,
  row: number,
  column: number,
  field: string,
  edits: EditIndex,
  line: number,
): ReadCell {
  const edit = edits.get(`${line}:${field}`);
  const own = cellAt(sheet, row, column);
  const cell: Cell =
    edit === undefined ? own : edit.trim() === '' ? { kind: 'empty' } : { kind: 'text', text: edit };
  return {
    field,
    cell,
    text: writtenText(cell),
    column: columnLetters(column),
    address: cellAddress(row, column),
    edited: edit !== undefined,
  };
}

type Sink = ReturnType<typeof problemSink>;

function quantity(read: ReadCell, label: string, sink: Sink): string | null {
  const found = readOfficeQuantity(read.cell);
  if (found.kind === 'blank') return null;
  if (found.kind === 'quantity' && !found.value.startsWith('-')) return found.value;
  sink.error(read, 'quantity-unreadable', `${label}“${read.text}”不是一个数：请改填数字`);
  return null;
}

/** P5: what is handed to the units must equal the year's total; a difference is named, never mended. */
function checkConservation(
  name: string,
  total: string | null,
  shares: Record<string, string>,
  read: ReadCell,
  sink: Sink,
) {
  const sum = sumOf(Object.values(shares).map(exact));
  if (total === null) return { sum: toText(sum), difference: null };
  const difference = subtract(sum, exact(total));
  if (!isZero(difference)) {
    const gap = toText(difference).replace('-', '');
    const words = sign(difference) > 0 ? `多 ${gap}` : `少 ${gap}`;
    sink.warning(
      read,
      'not-conserved',
      `“${name}”各单位合计 ${toText(sum)}，比全年任务数 ${total} ${words}：请调整或说明原因`,
    );
  }
  return { sum: toText(sum), difference: toText(difference) };
}

function checkAgainstBook(
  name: string,
  total: string | null,
  read: ReadCell,
  context: DecompositionContext,
  sink: Sink,
): void {
  if (!context.indicators) return;
  const inBook = context.indicators.find((indicator) => foldText(indicator.name) === foldText(name));
  if (!inBook) {
    sink.error(read, 'indicator-unknown', `细则中没有指标“${name}”：请核对名称`);
  } else if (total !== null && inBook.target !== null && total !== inBook.target) {
    sink.warning(read, 'target-differs', `“${name}”的全年任务数 ${total} 与细则中的 ${inBook.target} 不一致`);
  }
}

function judgeLine(
  sheet: Sheet,
  grid: DecompositionGrid,
  line: GridLine,
  context: DecompositionContext,
  edits: EditIndex,
): JudgedRow<ShareValues> {
  const sink = problemSink();
  const read = (at: { row: number; column: number }, field: string) =>
    readAt(sheet, at.row, at.column, field, edits, line.line);
  const nameCell = read(line.name, 'indicator');
  const indicator = isBlankMark(nameCell.text) ? null : tidyText(nameCell.text);
  if (indicator === null) sink.error(nameCell, 'name-missing', '没有写明是哪个指标');
  const raw: Record<string, string> = { indicator: nameCell.text };
  const totalCell = line.total ? read(line.total, 'total') : null;
  const total = totalCell ? quantity(totalCell, '全年任务数', sink) : null;
  if (totalCell) raw.total = totalCell.text;
  const shares: Record<string, string> = {};
  const unitIds: Record<string, string> = {};
  for (const { unit, at, heading } of grid.unitsOf(line)) {
    const cell = read(at, unit.name);
    raw[unit.name] = cell.text;
    const share = quantity(cell, `${heading}的任务数`, sink);
    if (share !== null) {
      shares[unit.name] = share;
      unitIds[unit.name] = unit.id;
    }
  }
  const label = indicator ?? '';
  const { sum, difference } = checkConservation(label, total, shares, totalCell ?? nameCell, sink);
  if (indicator !== null) checkAgainstBook(indicator, total, totalCell ?? nameCell, context, sink);
  return {
    row: line.line,
    hidden: line.hidden,
    verdict: verdictOf(sink.problems),
    problems: sink.problems,
    notes: [],
    raw,
    values: { indicator, total, shares, unitIds, sum, difference },
  };
}

function headingProblems(grid: DecompositionGrid, context: DecompositionContext): Problem[] {
  const sink = problemSink();
  const resolve = unitDirectory(context.units, context.bureauName);
  for (const { text, at } of grid.unitHeadings) {
    const read: ReadCell = {
      field: 'unit',
      cell: { kind: 'text', text },
      text,
      column: columnLetters(at.column),
      address: cellAddress(at.row, at.column),
      edited: false,
    };
    judgeUnit(read, resolve(text), sink);
  }
  // An alias at the head of a column is understood for certain; only what is not a unit needs somebody.
  return sink.problems.filter((problem) => problem.severity === 'error');
}

/** P5, P18: the sheet that splits yearly targets to units; null when a sheet is none. */
export function judgeDecomposition(
  sheet: Sheet,
  context: DecompositionContext,
  edits: readonly CellEdit[] = [],
): RecognizedDecomposition | null {
  const grid = findDecomposition(sheet, unitDirectory(context.units, context.bureauName));
  if (!grid) return null;
  const editIndex = indexEdits(edits);
  const rows = grid.lines.map((line) => judgeLine(sheet, grid, line, context, editIndex));
  return {
    sheet: sheet.name,
    rows,
    summary: summarize(rows),
    mapping: [],
    columns: [],
    unmatchedColumns: [],
    problems: headingProblems(grid, context),
    transposed: grid.transposed,
  };
}
