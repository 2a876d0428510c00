import { exact, isZero, subtract, sumOf, toText } from '@mingji/engine';
import type { JudgedRow } from '../recognized.ts';
import type { IndicatorValues, SumCheck } from './target-book-values.ts';

export type DeclaredMarks = { value: string | null; cell: string | null };

export function checkSum(
  name: string,
  declared: DeclaredMarks,
  parts: readonly string[],
  rows: number[],
): SumCheck {
  const sum = sumOf(parts.map(exact));
  const difference = declared.value === null ? null : toText(subtract(sum, exact(declared.value)));
  return { name, declared: declared.value, sum: toText(sum), difference, rows, cell: declared.cell };
}

export const holds = (check: SumCheck): boolean =>
  check.difference === null || isZero(exact(check.difference));

/** §4: the marks of an item are those of its indicators, in the order in which the book names the items. */
export function itemSums(
  rows: readonly JudgedRow<IndicatorValues>[],
  declared: ReadonlyMap<string, DeclaredMarks>,
): SumCheck[] {
  const items = new Map<string, { marks: string[]; rows: number[] }>();
  for (const { row, verdict, values } of rows) {
    if (verdict === 'not-a-person' || values.item === null) continue;
    const item = items.get(values.item) ?? { marks: [], rows: [] };
    if (values.marks !== null) item.marks.push(values.marks);
    item.rows.push(row);
    items.set(values.item, item);
  }
  return [...items].map(([name, item]) =>
    checkSum(name, declared.get(name) ?? { value: null, cell: null }, item.marks, item.rows),
  );
}
