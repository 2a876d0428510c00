import { expect, test } from 'vitest';
import type { Cell } from '../../../../spreadsheet/workbook.ts';
import type { RecognizedTable } from '../recognize-table.ts';
import type { KnownOfficer } from './attendance-values.ts';
import { judgeAttendance } from './judge-attendance.ts';

const FIELDS = ['name', 'policeNo', 'due', 'present'];
const cell = (text: string | null): Cell => (text === null ? { kind: 'empty' } : { kind: 'text', text });

function tableOf(rows: readonly (readonly (string | null)[])[]): RecognizedTable {
  return {
    sheet: '考勤',
    date1904: false,
    headerRows: [1],
    title: null,
    unitLine: null,
    dateLine: null,
    columns: [],
    mapping: FIELDS.map((field, at) => ({ column: at + 1, field })),
    lines: rows.map((row, at) => ({ row: at + 2, role: 'data', hidden: false, cells: row.map(cell) })),
  };
}

function judge(rows: readonly (readonly (string | null)[])[], officers: readonly KnownOfficer[]) {
  const table = tableOf(rows);
  const context = { units: [], bureauName: '江临市公安局', policeNoDigits: 6, month: '2026-10', officers };
  return judgeAttendance(table, table.mapping, context).rows;
}

const officer = (policeNo: string, name: string): KnownOfficer => ({
  id: policeNo,
  policeNo,
  name,
  unitId: 'u',
  unitName: '城关派出所',
  importedBy: null,
});

test('P3 without a 警号 a name that two people bear is never guessed', () => {
  const rows = judge(
    [
      ['张伟', null, '21', '21'],
      ['李娜', null, '21', '21'],
    ],
    [officer('900001', '张伟'), officer('900002', '张伟'), officer('900003', '李娜')],
  );
  expect(rows.map(({ verdict, values }) => [verdict, values.officerId])).toEqual([
    ['error', null],
    ['repair', '900003'],
  ]);
  expect(rows[0]?.problems[0]?.message).toContain('在册有 2 人同名');
});

test('P3 amounts in words are proposed as numbers; what could be many things stays an error', () => {
  const people = ['十五天', '半天', '全勤', '√', '十五六天'].map((present, at) => ({
    present,
    no: String(900_001 + at),
  }));
  const rows = judge(
    people.map(({ present, no }) => ['李娜', no, '21', present]),
    people.map(({ no }) => officer(no, '李娜')),
  );
  expect(rows.map(({ verdict, values }) => [verdict, values.present])).toEqual([
    ['repair', '15'],
    ['repair', '0.5'],
    ['repair', '21'],
    ['error', null],
    ['error', null],
  ]);
});

test('P3 a city’s file of fifteen thousand people is judged in a moment', () => {
  const name = (at: number) =>
    `王${String.fromCharCode(0x4e00 + (at % 5000))}${String.fromCharCode(0x4e00 + Math.floor(at / 5000))}`;
  const people = Array.from({ length: 15_000 }, (_, at) => officer(String(900_000 + at), name(at)));
  const lines = people.map(({ policeNo, name: written }, at) => [
    written,
    at % 3 === 0 ? null : policeNo,
    '21',
    '20',
  ]);
  const started = performance.now();
  const rows = judge(lines, people);
  expect(performance.now() - started).toBeLessThan(5000);
  expect(rows.filter(({ verdict }) => verdict === 'repair')).toHaveLength(5000);
  expect(rows.every(({ values }, at) => values.officerId === people[at]?.policeNo)).toBe(true);
});
