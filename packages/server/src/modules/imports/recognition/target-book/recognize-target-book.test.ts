import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../../../spreadsheet/read-workbook.ts';
import { rosterKey } from '../roster/linxi-roster.fixture.ts';
import { recognizeTargetBook } from './recognize-target-book.ts';

type BookKey = {
  items: Record<string, number>;
  markSums: Record<string, number>;
  indicators: {
    row: number;
    item: string;
    name: string;
    rule: string;
    marks: number;
    owner: string;
    target: number | null;
  }[];
  flaggedByLinter: string[];
  decomposition: {
    indicator: string;
    total: number;
    shares: Record<string, number>;
    sum: number;
    difference: number;
  }[];
};

const folder = new URL('../../../../../test-fixtures/linxi/', import.meta.url);
const key = JSON.parse(readFileSync(new URL('target-book.key.json', folder), 'utf8')) as BookKey;
const context = {
  units: rosterKey.units.map(({ name, aliases }) => ({ id: `id of ${name}`, name, aliases })),
  bureauName: rosterKey.county,
};

async function reading() {
  const result = await readWorkbook(new Uint8Array(readFileSync(new URL('target-book.xlsx', folder))));
  if (!result.ok) throw new Error(result.refusal.message);
  const { book, decomposition } = recognizeTargetBook(result.workbook, context);
  if (!book || !decomposition) throw new Error('book or decomposition not found');
  return { book, decomposition };
}
const text = (value: number | null) => (value === null ? null : String(value));

describe('P18 the target book of 临溪县公安局', () => {
  test('P18 items, indicators, rules, marks, owners and targets are those of the answer key', async () => {
    const { book } = await reading();
    const records = book.rows.filter((row) => row.verdict !== 'not-a-person');
    expect(
      records.map(({ row, values: { item, name, rule, marks, owner, target } }) => ({
        row,
        item,
        name,
        rule,
        marks,
        owner,
        target,
      })),
    ).toEqual(
      key.indicators.map((wanted) => ({ ...wanted, marks: text(wanted.marks), target: text(wanted.target) })),
    );
    expect(book.rows.filter((row) => row.verdict === 'error')).toEqual([]);
    expect(book.problems).toEqual([]);
    expect(book.bookNotes).toEqual(['注:扣分时,各项目扣完为止,不计负分。']);
  });

  test('P18 the marks of the items and of the whole book add up', async () => {
    const { book } = await reading();
    expect(Object.fromEntries(book.items.map((item) => [item.name, Number(item.declared)]))).toEqual(
      key.items,
    );
    expect(Object.fromEntries(book.items.map((item) => [item.name, Number(item.sum)]))).toEqual(key.markSums);
    expect(book.items.map((item) => item.difference)).toEqual(book.items.map(() => '0'));
    expect(book.total).toMatchObject({ declared: '100', sum: '100', difference: '0', cell: 'B27' });
  });

  test('X6 the linter flags the quota indicators of the answer key and no other', async () => {
    const { book } = await reading();
    const flagged = book.rows.filter((row) => row.values.flags.length > 0).map((row) => row.values.name);
    expect(flagged).toEqual(key.flaggedByLinter);
  });

  test('P5 the decomposition has every share, and names the one row that is not conserved', async () => {
    const { decomposition } = await reading();
    expect(
      decomposition.rows.map(({ values }) => ({
        indicator: values.indicator,
        total: values.total,
        shares: values.shares,
        sum: values.sum,
        difference: values.difference,
      })),
    ).toEqual(
      key.decomposition.map((row) => ({
        indicator: row.indicator,
        total: text(row.total),
        shares: Object.fromEntries(Object.entries(row.shares).map(([unit, share]) => [unit, String(share)])),
        sum: text(row.sum),
        difference: text(row.difference),
      })),
    );
    expect(decomposition.rows.flatMap((row) => row.problems.map((problem) => problem.message))).toEqual([
      'C7：“反诈宣传入户”各单位合计 9003，比全年任务数 9000 多 3：请调整或说明原因',
    ]);
    expect(decomposition.problems).toEqual([]);
  });
});
