import type { CellPlace, Sheet } from '../../../../spreadsheet/workbook.ts';
import { cellAt } from '../../../../spreadsheet/workbook.ts';
import { foldText, isBlankMark, writtenText } from '../cell-text.ts';
import { readOfficeQuantity } from '../office-quantity.ts';
import type { KnownUnit, UnitDirectory } from '../resolve-unit.ts';

/** One indicator's line in the sheet: a row, or a column when the units stand down the side. */
export type GridLine = { line: number; hidden: boolean; name: CellPlace; total: CellPlace | null };
export type UnitHeading = { unit: KnownUnit | null; text: string; at: CellPlace };

export type DecompositionGrid = {
  transposed: boolean;
  unitHeadings: UnitHeading[];
  lines: GridLine[];
  unitsOf(line: GridLine): { unit: KnownUnit; heading: string; at: CellPlace }[];
};

const TOTAL_WORDS =
  /^(全年|年度|年)总?(任务|目标|指标|目标任务|任务目标)总?(数|值|量)?$|^总?(任务|目标|指标|目标任务)总?(数|值|量)$|^(全局|全县|全市)?(合计|总计|总数|总量|总任务)$/;
const NAME_WORDS = /^(考核)?(指标|内容|项目|任务)(名称|项目)?$|^(考核内容|工作任务|目标任务|指标任务)$/;
const OTHER_WORDS =
  /^(序号|编号|no|单位|部门|派出所|所队|单位名称|计量单位|备注|说明|归口部门|责任部门|牵头部门)$/;

/** Reads the sheet along rows, or along columns when turned round, so that one search serves both layouts. */
type View = { length: number; breadth: number; place(along: number, across: number): CellPlace };

function viewOf(sheet: Sheet, transposed: boolean): View {
  return transposed
    ? {
        length: sheet.width,
        breadth: sheet.rows.length,
        place: (along, across) => ({ row: across, column: along }),
      }
    : {
        length: sheet.rows.length,
        breadth: sheet.width,
        place: (along, across) => ({ row: along, column: across }),
      };
}

const textAt = (sheet: Sheet, { row, column }: CellPlace) =>
  foldText(writtenText(cellAt(sheet, row, column)));

function headingLine(sheet: Sheet, view: View, resolve: UnitDirectory) {
  let best: { along: number; units: UnitHeading[] } | null = null;
  for (let along = 1; along <= Math.min(view.length, 40); along++) {
    const units: UnitHeading[] = [];
    for (let across = 1; across <= view.breadth; across++) {
      const at = view.place(along, across);
      const cell = cellAt(sheet, at.row, at.column);
      if (cell.kind !== 'text' || cell.mergedFrom) continue;
      const found = resolve(cell.text);
      if (found.kind === 'exact' || found.kind === 'alias')
        units.push({ unit: found.unit, text: cell.text, at });
    }
    if (units.length >= 2 && units.length > (best?.units.length ?? 0)) best = { along, units };
  }
  return best;
}

type Heads = { name: number; total: number | null; strangers: UnitHeading[] };

/** Along the heading line, beside the units: where names and totals stand, and headings that are no known unit. */
function otherHeads(
  sheet: Sheet,
  view: View,
  along: number,
  units: readonly UnitHeading[],
  transposed: boolean,
): Heads {
  const taken = new Set(units.map(({ at }) => (transposed ? at.row : at.column)));
  let name: number | null = null;
  let total: number | null = null;
  const strangers: UnitHeading[] = [];
  const first = Math.min(...taken);
  for (let across = 1; across <= view.breadth; across++) {
    if (taken.has(across)) continue;
    const at = view.place(along, across);
    const written = textAt(sheet, at);
    if (
      TOTAL_WORDS.test(written) &&
      !(transposed && across < first && name === null && NAME_WORDS.test(written))
    ) {
      total ??= across;
    } else if (NAME_WORDS.test(written)) name ??= across;
    else if (across > first && written !== '' && !OTHER_WORDS.test(written) && !/^[\d.,]+$/.test(written)) {
      if (hasNumbers(sheet, view, along, across))
        strangers.push({ unit: null, text: writtenText(cellAt(sheet, at.row, at.column)), at });
    }
  }
  return { name: name ?? namesBySight(sheet, view, along, taken), total, strangers };
}

function hasNumbers(sheet: Sheet, view: View, along: number, across: number): boolean {
  for (let step = 1; step <= view.length; step++) {
    const at = view.place(step, across);
    if (step !== along && readOfficeQuantity(cellAt(sheet, at.row, at.column)).kind === 'quantity')
      return true;
  }
  return false;
}

/** Without a heading word, the indicators stand where most different words are, before the numbers. */
function namesBySight(sheet: Sheet, view: View, along: number, taken: ReadonlySet<number>): number {
  let best = { across: 1, words: 0 };
  for (let across = 1; across <= view.breadth; across++) {
    if (taken.has(across)) continue;
    const words = new Set<string>();
    for (let step = 1; step <= view.length; step++) {
      const at = view.place(step, across);
      const cell = cellAt(sheet, at.row, at.column);
      if (
        step !== along &&
        cell.kind === 'text' &&
        !cell.mergedFrom &&
        readOfficeQuantity(cell).kind !== 'quantity'
      )
        words.add(cell.text);
    }
    if (words.size > best.words) best = { across, words: words.size };
  }
  return best.across;
}

function gridLines(
  sheet: Sheet,
  view: View,
  along: number,
  heads: Heads,
  units: readonly UnitHeading[],
  transposed: boolean,
): GridLine[] {
  const hidden = new Set(transposed ? sheet.hiddenColumns : sheet.hiddenRows);
  const lines: GridLine[] = [];
  for (let line = along + 1; line <= view.length; line++) {
    const name = view.place(line, heads.name);
    const written = textAt(sheet, name);
    const total = heads.total === null ? null : view.place(line, heads.total);
    const numbers = units.filter(({ at }) => {
      const place = transposed ? { row: at.row, column: line } : { row: line, column: at.column };
      return !isBlankMark(textAt(sheet, place));
    }).length;
    const totalWritten = total !== null && !isBlankMark(textAt(sheet, total));
    if (numbers === 0 && !totalWritten) continue;
    if (TOTAL_WORDS.test(written) || /^(合计|总计|小计)/.test(written) || OTHER_WORDS.test(written)) continue;
    const lead = textAt(sheet, view.place(line, 1));
    if (/^(合计|总计|小计)/.test(lead)) continue;
    lines.push({ line, hidden: hidden.has(line), name, total });
  }
  return lines;
}

/** When units stand down the side, 全年任务数 may be a row, and so may a column among the indicators be one. */
function gridOf(sheet: Sheet, resolve: UnitDirectory, transposed: boolean): DecompositionGrid | null {
  const view = viewOf(sheet, transposed);
  const heading = headingLine(sheet, view, resolve);
  if (!heading) return null;
  const heads = otherHeads(sheet, view, heading.along, heading.units, transposed);
  const lines = gridLines(sheet, view, heading.along, heads, heading.units, transposed);
  if (lines.length === 0) return null;
  return {
    transposed,
    unitHeadings: [...heading.units, ...heads.strangers],
    lines,
    unitsOf: (line) =>
      heading.units.flatMap(({ unit, text, at }) =>
        unit === null
          ? []
          : [
              {
                unit,
                heading: text,
                at: transposed ? { row: at.row, column: line.line } : { row: line.line, column: at.column },
              },
            ],
      ),
  };
}

/** Finds indicator × unit numbers, units across or down; null when fewer than two units head a line. */
export function findDecomposition(sheet: Sheet, resolve: UnitDirectory): DecompositionGrid | null {
  const across = gridOf(sheet, resolve, false);
  const down = gridOf(sheet, resolve, true);
  if (!across || !down) return across ?? down;
  return down.unitHeadings.length > across.unitHeadings.length ? down : across;
}
