import { expect, test } from 'vitest';
import { readWorkbook } from '../../../../spreadsheet/read-workbook.ts';
import type { Sheet } from '../../../../spreadsheet/workbook.ts';
import { rankSheets } from '../choose-sheet.ts';
import { unitDirectory } from '../resolve-unit.ts';
import { judgeRoster } from './judge-roster.ts';
import { judgeSheet, linxi, linxiSheet } from './linxi-roster.fixture.ts';
import { otherLayout } from './other-layout.fixture.ts';
import { rosterFields } from './roster-fields.ts';

test('P18 the whole roster in another office’s layout gives the same verdicts and values', async () => {
  const original = await linxiSheet();
  const { bytes, rowOf } = await otherLayout(original);
  const result = await readWorkbook(bytes);
  if (!result.ok) throw new Error(result.refusal.message);
  const [choice] = rankSheets(result.workbook, rosterFields(unitDirectory(linxi.units, linxi.bureauName)));
  if (!choice?.table) throw new Error('no table');
  expect([choice.sheet, choice.table.headerRows, choice.table.title]).toEqual([
    'Sheet2',
    [4],
    '公安机关民警名册',
  ]);
  const judged = judgeRoster(choice.table, choice.table.mapping, linxi);
  expect([judged.problems, judged.unmatchedColumns]).toEqual([[], []]);
  const byRow = new Map(judged.rows.map((row) => [row.row, row]));
  for (const wanted of judgeSheet(original).rows.filter((row) => rowOf.has(row.row))) {
    const got = byRow.get(rowOf.get(wanted.row) ?? 0);
    const codes = (problems: { code: string }[] = []) => problems.map(({ code }) => code);
    expect({
      row: wanted.row,
      verdict: got?.verdict,
      codes: codes(got?.problems),
      values: got?.values,
    }).toEqual({
      row: wanted.row,
      verdict: wanted.verdict,
      codes: codes(wanted.problems),
      values: wanted.values,
    });
  }
  const people = new Set(rowOf.values());
  expect(
    judged.rows.filter((row) => !people.has(row.row)).every((row) => row.verdict === 'not-a-person'),
  ).toBe(true);
});

test('P18 a two-row header whose merges were dissolved is still one header', async () => {
  const sheet = await linxiSheet();
  const dissolved: Sheet = {
    ...sheet,
    merges: [],
    rows: sheet.rows.map((cells) =>
      cells.map((cell) => (cell.mergedFrom ? { kind: 'empty' as const } : cell)),
    ),
  };
  const pick = (rows: ReturnType<typeof judgeSheet>['rows']) =>
    rows.map(({ row, verdict, values }) => ({ row, verdict, values }));
  expect(pick(judgeSheet(dissolved).rows)).toEqual(pick(judgeSheet(sheet).rows));
});
