import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell, Sheet } from '../../../../spreadsheet/workbook.ts';
import { applyRepairs } from '../apply-repairs.ts';
import { judgeSheet, linxi, linxiSheet } from './linxi-roster.fixture.ts';

describe('P18 repairs and corrections', () => {
  test('P18 repairs are accepted by kind or one by one; the others are not taken', async () => {
    const judged = judgeSheet(await linxiSheet());
    expect(judged.summary.ready).toBe(judged.summary.ok + judged.summary.warning);
    const byKind = applyRepairs(judged, { kinds: ['name-spaces', 'police-no-leading-zeros'] });
    expect(byKind.summary.repair).toBe(judged.summary.repair - 17);
    expect(byKind.summary.ready).toBe(judged.summary.ready + 17);
    const one = applyRepairs(judged, { single: [{ row: 24, code: 'unit-alias' }] });
    expect(one.summary.repair).toBe(judged.summary.repair - 1);
    expect(one.rows.find(({ row }) => row === 24)?.verdict).toBe('ok');
    expect(judged.summary.repair).toBe(28);
  });

  test('P18 a correction by hand is judged like the file, and what was typed wins over the ID number', async () => {
    const sheet = await linxiSheet();
    const edits = [
      { row: 31, field: 'idNo', value: '990015198911133649' },
      { row: 81, field: 'unit', value: '交警大队' },
      { row: 203, field: 'name', value: '吕 嘉国' },
      { row: 224, field: 'birth', value: '1966-03-05' },
      { row: 75, field: 'policeNo', value: '905999' },
    ];
    const { rows } = judgeSheet(sheet, linxi, edits);
    const at = (row: number) => rows.find((each) => each.row === row);
    expect(at(31)).toMatchObject({ verdict: 'ok', values: { idNo: '990015198911133649' } });
    expect(at(81)).toMatchObject({ verdict: 'repair', values: { unit: '交通警察大队' } });
    expect(at(203)).toMatchObject({ verdict: 'repair', values: { name: '吕嘉国' } });
    expect(at(224)).toMatchObject({ verdict: 'warning', values: { birth: '1966-03-05' } });
    expect(at(259)?.problems.map(({ message }) => message)).toEqual([
      'F259：本行（马兵嘉）与第 75 行（马兵嘉）的身份证号 990019200112087338相同：请删去重复的一行或更正号码',
    ]);
  });
});

describe('P18 properties', () => {
  const permuted = (sheet: Sheet, order: readonly number[]): Sheet => {
    const place = (cell: Cell): Cell =>
      cell.mergedFrom
        ? {
            ...cell,
            mergedFrom: { ...cell.mergedFrom, column: order.indexOf(cell.mergedFrom.column - 1) + 1 },
          }
        : cell;
    // Group headings cannot stay merged across shuffled columns, so the leaf row alone is the header.
    const rows = sheet.rows.map((cells, index) =>
      index < 3
        ? cells.map((): Cell => ({ kind: 'empty' }))
        : order.map((from) => place(cells[from] ?? { kind: 'empty' })),
    );
    return { ...sheet, rows, merges: [] };
  };

  test('P18 shuffling the columns changes no verdict and no value', async () => {
    const whole = await linxiSheet();
    const sheet = { ...whole, rows: whole.rows.slice(0, 60) };
    const wanted = judgeSheet(sheet).rows.filter((row) => row.verdict !== 'not-a-person');
    const columns = Array.from({ length: sheet.width }, (_, index) => index);
    fc.assert(
      fc.property(fc.shuffledSubarray(columns, { minLength: columns.length }), (order) => {
        const { rows } = judgeSheet(permuted(sheet, order));
        const got = rows.filter((row) => row.verdict !== 'not-a-person');
        expect(got.map(({ row, verdict, values }) => ({ row, verdict, values }))).toEqual(
          wanted.map(({ row, verdict, values }) => ({ row, verdict, values })),
        );
      }),
      { numRuns: 15 },
    );
  });

  test('P18 judging never throws and never takes a row with an open error, whatever stands in the cells', () => {
    const cell: fc.Arbitrary<Cell> = fc.oneof(
      fc.constant<Cell>({ kind: 'empty' }),
      fc.string({ maxLength: 20 }).map((text): Cell => ({ kind: 'text', text })),
      fc
        .constantFrom('无', '—', '合计', '张 三', '9.9E+17', '1985.3', '南川所', "'990001", '男')
        .map((text): Cell => ({ kind: 'text', text })),
      fc
        .double({ noNaN: true, min: 0, max: 1e18 })
        .map((number): Cell => ({ kind: 'number', text: String(Math.round(number)) })),
      fc.constant<Cell>({ kind: 'error', text: '#REF!' }),
      fc.constant<Cell>({ kind: 'date', iso: '1985-03-01', precision: 'day' }),
    );
    const header = ['单位', '姓名', '警号', '公民身份号码', '出生年月', '性别'].map(
      (text): Cell => ({ kind: 'text', text }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 6, maxLength: 6 }), { maxLength: 8 }), (body) => {
        const sheet: Sheet = {
          name: '表',
          hidden: false,
          rows: [header, ...body],
          width: 6,
          merges: [],
          hiddenRows: [],
          hiddenColumns: [],
        };
        const judged = judgeSheet(sheet);
        for (const row of judged.rows) {
          const errors = row.problems.some((problem) => problem.severity === 'error');
          expect(row.verdict === 'error').toBe(errors);
          if (row.verdict === 'ok') {
            expect(row.values.name).not.toBeNull();
            expect(row.values.unit).not.toBeNull();
          }
        }
        expect(judged.summary.rows).toBe(judged.rows.length);
      }),
      { numRuns: 100 },
    );
  });
});
