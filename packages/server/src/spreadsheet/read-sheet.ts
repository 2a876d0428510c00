import type { Worksheet } from '@cj-tech-master/excelts';
import { cellAddress } from './cell-address.ts';
import { readCell } from './read-cell.ts';
import { refuseTooManyColumns, refuseTooManyRows } from './refuse-too-big.ts';
import type { Cell, MergedRange, Sheet } from './workbook.ts';
import type { WorkbookLimits } from './workbook-limits.ts';

type FoundCell = { row: number; column: number; cell: Cell };

function formatOf(numFmt: unknown): string {
  if (typeof numFmt === 'string') return numFmt;
  if (typeof numFmt === 'object' && numFmt !== null && 'formatCode' in numFmt)
    return String(numFmt.formatCode);
  return '';
}

/** Only cells that hold something; formatted but empty cells (WPS writes thousands of them) do not count. */
function collectCells(sheet: Worksheet, limits: WorkbookLimits) {
  const found: FoundCell[] = [];
  const covered = new Map<string, MergedRange>();
  const hiddenRows: number[] = [];
  sheet.eachRow({ includeEmpty: false }, (row, rowNumber) => {
    if (row.hidden) hiddenRows.push(rowNumber);
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      if (cell.isMerged) {
        const { row: top, col: left } = cell.master;
        const key = `${top}:${left}`;
        const range = covered.get(key) ?? { top, left, bottom: top, right: left };
        range.bottom = Math.max(range.bottom, rowNumber);
        range.right = Math.max(range.right, column);
        covered.set(key, range);
        if (top !== rowNumber || left !== column) return;
      }
      const content = readCell(cell.value, formatOf(cell.numFmt), cellAddress(rowNumber, column), limits);
      if (content.kind !== 'empty') found.push({ row: rowNumber, column, cell: content });
    });
  });
  return { found, merges: [...covered.values()], hiddenRows };
}

/** Merged cells repeat their master's value, marked, so that a recogniser need not know about merges. */
function spreadMerges(rows: Cell[][], merges: readonly MergedRange[]): void {
  for (const { top, left, bottom, right } of merges) {
    const master = rows[top - 1]?.[left - 1];
    if (!master || master.kind === 'empty') continue;
    for (let row = top; row <= Math.min(bottom, rows.length); row++) {
      const cells = rows[row - 1];
      if (!cells) continue;
      for (let column = left; column <= Math.min(right, cells.length); column++) {
        if (row !== top || column !== left) {
          cells[column - 1] = { ...master, mergedFrom: { row: top, column: left } };
        }
      }
    }
  }
}

export function readSheet(sheet: Worksheet, limits: WorkbookLimits): Sheet {
  const { found, merges, hiddenRows } = collectCells(sheet, limits);
  const height = found.reduce((last, { row }) => Math.max(last, row), 0);
  const width = found.reduce((last, { column }) => Math.max(last, column), 0);
  refuseTooManyRows(sheet.name, height, limits);
  refuseTooManyColumns(sheet.name, width, limits);
  // A vertical merge below the last value still belongs to the table (a unit block at the end).
  const depth = merges.reduce(
    (last, { bottom, top }) => (top <= height ? Math.max(last, bottom) : last),
    height,
  );
  const rows = Array.from({ length: Math.min(depth, limits.rows) }, () =>
    Array.from({ length: width }, (): Cell => ({ kind: 'empty' })),
  );
  for (const { row, column, cell } of found) {
    const cells = rows[row - 1];
    if (cells) cells[column - 1] = cell;
  }
  spreadMerges(rows, merges);
  const hiddenColumns: number[] = [];
  for (let column = 1; column <= width; column++) {
    if (sheet.getColumn(column).hidden) hiddenColumns.push(column);
  }
  return {
    name: sheet.name,
    hidden: sheet.state !== 'visible',
    rows,
    width,
    merges,
    hiddenRows,
    hiddenColumns,
  };
}
