import { pageLayout } from './page-layout.ts';
import { textWidth } from './text-width.ts';

interface Column {
  readonly heading: string;
  readonly align: 'left' | 'center' | 'right';
}
/** Left and right margin of a cell with its rules. */
const AROUND = 140;
/** The widest digits of the faces that a machine without 仿宋 may take instead. */
const DIGIT = 0.64;
/** How many of a hundred names keep to one line where not all can. */
const USUAL = 85;

/**
 * The text area shared out by what stands in the columns, so that numbers and usual names keep to one line. Where it is
 * too narrow headings break first, then the few longest names, then names; numbers never.
 */
export function columnWidths(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  points: number,
): number[] {
  const measured = columns.map((column, at) => {
    const cells = rows.map((row) => textWidth(row[at] ?? '', DIGIT)).sort((a, b) => a - b);
    const space = (characters: number) => Math.ceil(characters * points * 20) + AROUND;
    const title = textWidth(column.heading, DIGIT);
    const widest = cells.at(-1) ?? 0;
    const usual = column.align === 'left' ? (cells[Math.floor((cells.length * USUAL) / 100)] ?? 0) : widest;
    return {
      name: column.align === 'left',
      full: space(Math.max(widest, title)),
      broken: space(Math.max(widest, Math.ceil(title / 2))),
      usual: space(Math.max(usual, Math.ceil(title / 2))),
    };
  });
  for (const wish of ['full', 'broken'] as const) {
    const widths = measured.map((column) => column[wish]);
    if (sum(widths) <= pageLayout.textWidth) return stretched(widths);
  }
  const usual = measured.map((column) => column.usual);
  const left = pageLayout.textWidth - sum(usual);
  const names = sum(measured.map(({ name, usual: width }) => (name ? width : 0)));
  // Columns of numbers alone that are too many share what there is.
  if (left + names < names / 4) return stretched(usual);
  const longer = sum(measured.map(({ broken, usual: width }) => broken - width));
  return stretched(
    measured.map(({ name, broken, usual: width }) => {
      if (left >= 0) return width + (longer === 0 ? 0 : (left * (broken - width)) / longer);
      return name ? width + (left * width) / names : width;
    }),
  );
}

const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0);

/** To the whole text area in proportion; the last column takes what rounding leaves. */
function stretched(widths: readonly number[]): number[] {
  const factor = pageLayout.textWidth / sum(widths);
  const whole = widths.map((width) => Math.floor(width * factor));
  const rest = pageLayout.textWidth - sum(whole);
  return whole.map((width, at) => (at === whole.length - 1 ? width + rest : width));
}
