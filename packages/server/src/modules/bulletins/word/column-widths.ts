import { pageLayout } from './page-layout.ts';
import { textWidth } from './text-width.ts';

interface Column {
  readonly heading: string;
  readonly align: 'left' | 'center' | 'right';
}
/** Left and right margin of a cell with its rules. */
const AROUND = 140;
/** The widest digits of the faces that a machine without 仿宋 may take instead. */
const DIGIT = 0.58;

/**
 * The text area shared out by what stands in the columns, so that numbers and usual names keep to one line. Where it is
 * too narrow headings break first, then names; numbers never.
 */
export function columnWidths(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  points: number,
): number[] {
  const widest = columns.map((_column, index) =>
    rows.reduce((width, row) => Math.max(width, textWidth(row[index] ?? '', DIGIT)), 0),
  );
  const space = (characters: number) => Math.ceil(characters * points * 20) + AROUND;
  const full = columns.map(({ heading }, at) => space(Math.max(widest[at] ?? 0, textWidth(heading, DIGIT))));
  if (sum(full) <= pageLayout.textWidth) return stretched(full);
  const broken = columns.map(({ heading }, at) =>
    space(Math.max(widest[at] ?? 0, Math.ceil(textWidth(heading, DIGIT) / 2))),
  );
  if (sum(broken) <= pageLayout.textWidth) return stretched(broken);
  const names = sum(broken.filter((_width, at) => columns[at]?.align === 'left'));
  const left = pageLayout.textWidth - (sum(broken) - names);
  // Columns of numbers alone that are too many share what there is.
  if (left < names / 4) return stretched(broken);
  return stretched(
    broken.map((width, at) => (columns[at]?.align === 'left' ? (width * left) / names : width)),
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
