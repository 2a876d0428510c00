import { textWidth } from './text-width.ts';

export interface TableShape {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  readonly points: number;
  /** What there is to share out, in twips. */
  readonly available: number;
}
interface Column {
  readonly heading: string;
  readonly align: 'left' | 'center' | 'right';
}
/** Left and right margin of a cell with its rules. */
const AROUND = 140;
/** The widest digits of the faces that a machine without 仿宋 may take instead. */
const DIGIT = 0.64;
/** What some office suites leave between a character and a digit, whatever the document says. */
const GAP = 0.25;
const GAPS = /(?<=\p{Script=Han})(?=\d)|(?<=\d)(?=\p{Script=Han})/gu;
/** How many of a hundred names keep to one line where not all can. */
const USUAL = 85;

/**
 * The text area shared out by what stands in the columns, so that numbers and usual names keep to one line. Where it is
 * too narrow headings break first, then the few longest names, then names; numbers never.
 */
export function columnWidths({ available, ...table }: TableShape): number[] {
  const measured = measure(table);
  for (const wish of ['full', 'broken'] as const) {
    const widths = measured.map((column) => column[wish]);
    if (sum(widths) <= available) return stretched(widths, available);
  }
  const usual = measured.map((column) => column.usual);
  const left = available - sum(usual);
  const names = sum(measured.map(({ name, usual: width }) => (name ? width : 0)));
  // Columns of numbers alone that are too many share what there is.
  if (left + names < names / 4) return stretched(usual, available);
  const longer = sum(measured.map(({ broken, usual: width }) => broken - width));
  return stretched(
    measured.map(({ name, broken, usual: width }) => {
      if (left >= 0) return width + (longer === 0 ? 0 : (left * (broken - width)) / longer);
      return name ? width + (left * width) / names : width;
    }),
    available,
  );
}

/** Whether all numbers and the usual names keep to one line. */
export function fitsWell({ available, ...table }: TableShape): boolean {
  return sum(measure(table).map(({ usual }) => usual)) <= available;
}

const widthOf = (text: string) => textWidth(text, DIGIT) + (text.match(GAPS)?.length ?? 0) * GAP;

function measure({ columns, rows, points }: Omit<TableShape, 'available'>) {
  const space = (characters: number) => Math.ceil(characters * points * 20) + AROUND;
  return columns.map((column, at) => {
    const cells = rows.map((row) => widthOf(row[at] ?? '')).sort((a, b) => a - b);
    const title = widthOf(column.heading);
    const widest = cells.at(-1) ?? 0;
    const usual = column.align === 'left' ? (cells[Math.floor((cells.length * USUAL) / 100)] ?? 0) : widest;
    return {
      name: column.align === 'left',
      full: space(Math.max(widest, title)),
      broken: space(Math.max(widest, Math.ceil(title / 2))),
      usual: space(Math.max(usual, Math.ceil(title / 2))),
    };
  });
}

const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0);

/** To all there is in proportion; the last column takes what rounding leaves. */
function stretched(widths: readonly number[], available: number): number[] {
  const factor = available / sum(widths);
  const whole = widths.map((width) => Math.floor(width * factor));
  const rest = available - sum(whole);
  return whole.map((width, at) => (at === whole.length - 1 ? width + rest : width));
}
