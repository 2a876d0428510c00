import { Workbook as LibraryWorkbook } from '@cj-tech-master/excelts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../../../spreadsheet/read-workbook.ts';
import type { Cell, Sheet } from '../../../../spreadsheet/workbook.ts';
import { applyRepairs } from '../apply-repairs.ts';
import { rankSheets } from '../choose-sheet.ts';
import { checkCharacter } from '../id-number.ts';
import { recognizeTable } from '../recognize-table.ts';
import { unitDirectory } from '../resolve-unit.ts';
import { judgeRoster } from './judge-roster.ts';
import { judgeSheet, linxi, linxiSheet } from './linxi-roster.fixture.ts';
import { rosterFields } from './roster-fields.ts';

type Row = (string | number | Date | null | { formula: string; result: string | number })[];

async function sheetOf(
  rows: Row[],
  shape: (sheet: ReturnType<LibraryWorkbook['addWorksheet']>) => void = () => {},
) {
  const book = new LibraryWorkbook();
  const written = book.addWorksheet('花名册');
  for (const row of rows) written.addRow(row);
  shape(written);
  const result = await readWorkbook(new Uint8Array(await book.xlsx.writeBuffer({ validate: false })));
  if (!result.ok) throw new Error(result.refusal.message);
  const [sheet] = result.workbook.sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

const idNo = (birth: string, order: string) => {
  const first17 = `990001${birth}${order}`;
  return first17 + checkCharacter(first17);
};
const ID_A = idNo('19850301', '001');
const ID_B = idNo('19901012', '002');
const ID_C = idNo('19771005', '003');

describe('P18 rosters in other layouts', () => {
  test('P18 one header row, other names, other order, no serial number, an extra column', async () => {
    const sheet = await sheetOf([
      [
        '身份证号',
        '警员编号',
        '民警姓名',
        '所属单位',
        '联系电话',
        '血型',
        '参加公安工作时间',
        '出生日期',
        '性别',
      ],
      [ID_A, '905101', '张三', '南川派出所', '13800000000', 'A', '2008年7月', '1985-03-01', '男'],
      [ID_B, 5102, '李 四', '刑警大队', '13800000001', 'B', 20140620, '1990.10', '女'],
    ]);
    const { rows, unmatchedColumns, problems } = judgeSheet(sheet);
    expect(problems).toEqual([]);
    expect(unmatchedColumns).toEqual([{ column: 'F', heading: '血型' }]);
    expect(rows.map(({ verdict, values }) => ({ verdict, ...values }))).toMatchObject([
      {
        verdict: 'ok',
        unit: '南川派出所',
        name: '张三',
        policeNo: '905101',
        idNo: ID_A,
        birth: '1985-03-01',
        joined: '2008-07',
        rank: null,
      },
      {
        verdict: 'repair',
        unit: '刑事侦查大队',
        name: '李四',
        policeNo: '005102',
        birth: '1990-10',
        joined: '2014-06-20',
      },
    ]);
  });

  test('P18 leading empty rows and columns, two title rows, merged unit cells and sub-totals of each unit', async () => {
    const sheet = await sheetOf(
      [
        [],
        [null, '某县公安机关'],
        [null, '民警辅警花名册(内部资料)'],
        [null, '填报单位:政工室', null, null, '2026年9月1日'],
        [null, '部门', '姓名', '警号', '职务', '公民身份证号码'],
        [null, '南川派出所', '张三', '905101', '所长', ID_A],
        [null, null, '李四', 'FJ905102', '辅警', ID_B],
        [null, '小计', '2人'],
        [null, '柳林所', '王五', '905103', '民警', ID_C],
        [null, '总计', '3人'],
        [null, '填表人:赵六', null, '审核人:'],
      ],
      (written) => written.mergeCells('B6:B7'),
    );
    const judged = judgeSheet(sheet);
    expect(
      judged.rows.map(({ row, verdict, values, notes }) => [
        row,
        verdict,
        values.unit,
        values.name,
        values.kind,
        notes[0],
      ]),
    ).toEqual([
      [6, 'ok', '南川派出所', '张三', 'officer', undefined],
      [7, 'ok', '南川派出所', '李四', 'auxiliary', undefined],
      [8, 'not-a-person', null, null, null, '小计行'],
      [9, 'repair', '柳林派出所', '王五', 'officer', undefined],
      [10, 'not-a-person', null, null, null, '合计行'],
      [11, 'not-a-person', null, null, null, '签字行'],
    ]);
    const table = recognizeTable(sheet, rosterFields(unitDirectory(linxi.units, linxi.bureauName)));
    expect(table).toMatchObject({
      headerRows: [5],
      title: '某县公安机关',
      unitLine: '填报单位:政工室',
      dateLine: '2026年9月1日',
    });
  });

  test('P18 a unit written by an alias heads its block: the rows below are asked to repair the same cell', async () => {
    const sheet = await sheetOf([
      ['单位', '姓名', '警号'],
      ['临溪县公安局 南川派出所', '张三', '905101'],
      [null, '李四', '905102'],
      ['第九派出所', '王五', '905103'],
      [null, '赵六', '905104'],
    ]);
    expect(
      judgeSheet(sheet).rows.map(({ verdict, problems }) => [verdict, problems[0]?.code, problems[0]?.cell]),
    ).toEqual([
      ['repair', 'unit-alias', 'A2'],
      ['repair', 'unit-alias', 'A2'],
      ['error', 'unit-unknown', 'A4'],
      ['error', 'unit-unknown', 'A4'],
    ]);
  });

  test('P18 units as heading rows between the people', async () => {
    const sheet = await sheetOf(
      [
        ['序号', '姓名', '警号', '职务'],
        ['一、南川派出所(2人)'],
        [1, '张三', '905101', '所长'],
        [2, '李四', '905102', '民警'],
        ['二、柳林派出所'],
        [1, '王五', '905103', '民警'],
      ],
      (written) => written.mergeCells('A2:D2'),
    );
    expect(judgeSheet(sheet).rows.map(({ verdict, values }) => [verdict, values.unit, values.name])).toEqual([
      ['not-a-person', null, null],
      ['ok', '南川派出所', '张三'],
      ['ok', '南川派出所', '李四'],
      ['not-a-person', null, null],
      ['ok', '柳林派出所', '王五'],
    ]);
  });

  test('P18 numbers of columns, repeated headers and prepared but empty lines are no persons', async () => {
    const header = ['序号', '单位', '姓名', '警号', '性别'];
    const sheet = await sheetOf([
      header,
      [1, 2, 3, 4, 5],
      [1, '南川派出所', '张三', '905101', '男'],
      header,
      [2, '南川派出所', '李四', '905102', '女'],
      [3],
    ]);
    expect(judgeSheet(sheet).rows.map(({ verdict, notes }) => [verdict, notes[0]])).toEqual([
      ['not-a-person', '重复的表头'],
      ['ok', undefined],
      ['not-a-person', '重复的表头'],
      ['ok', undefined],
      ['not-a-person', '没有填写人员信息的行'],
    ]);
  });

  test('P18 formulas count by their cached values', async () => {
    const sheet = await sheetOf([
      ['单位', '姓名', '警号', '公民身份号码'],
      [
        { formula: '"南川"&"派出所"', result: '南川派出所' },
        { formula: 'B9', result: '张三' },
        { formula: 'C9', result: 5101 },
        { formula: 'D9', result: ID_A },
      ],
    ]);
    expect(judgeSheet(sheet).rows[0]).toMatchObject({
      verdict: 'repair',
      values: { unit: '南川派出所', name: '张三', policeNo: '005101', idNo: ID_A },
    });
  });

  test('P18 ID numbers that a spreadsheet damaged are errors in every disguise, never completed', async () => {
    const damaged: (string | number)[] = [
      '4.1E+17',
      '9.90001E+17',
      990001198503010000,
      '99000119850301',
      `${ID_A}1`,
      `${ID_A.slice(0, 17)}${ID_A.endsWith('0') ? 1 : 0}`,
      '990001198513010019',
      '身份证丢失',
    ];
    const sheet = await sheetOf([
      ['单位', '姓名', '警号', '身份证号码'],
      ...damaged.map((value, at) => ['南川派出所', '张三', `90510${at}`, value]),
    ]);
    const { rows } = judgeSheet(sheet);
    expect(rows.map(({ verdict, values, problems }) => [verdict, values.idNo, problems[0]?.code])).toEqual([
      ['error', null, 'id-no-damaged'],
      ['error', null, 'id-no-damaged'],
      ['error', null, 'id-no-damaged'],
      ['error', null, 'id-no-format'],
      ['error', null, 'id-no-format'],
      ['error', null, 'id-no-check-digit'],
      ['error', null, 'id-no-date'],
      ['error', null, 'id-no-format'],
    ]);
  });

  test('P18 full-width digits, lower-case x and spaces in ID and police numbers', async () => {
    const withX =
      [...Array(100).keys()]
        .map((order) => idNo('19850301', String(order).padStart(3, '0')))
        .find((id) => id.endsWith('X')) ?? '';
    const wide = ID_B.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
    const sheet = await sheetOf([
      ['单位', '姓名', '警号', '身份证号'],
      ['南川派出所', '张三', '905101', withX.toLowerCase()],
      ['南川派出所', '李四', 'fj905102', wide],
      ['南川派出所', '王五', ' 905 103 ', `${ID_C.slice(0, 6)} ${ID_C.slice(6)}`],
      ['南川派出所', '赵六', '90510455', null],
    ]);
    expect(
      judgeSheet(sheet).rows.map(({ verdict, values, problems }) => [
        verdict,
        values.policeNo,
        values.idNo,
        problems.map(({ code }) => code),
      ]),
    ).toEqual([
      ['ok', '905101', withX, []],
      ['repair', 'FJ905102', ID_B, ['id-no-full-width']],
      ['repair', '905103', ID_C, ['id-no-spaces', 'police-no-spaces']],
      ['error', null, null, ['police-no-format']],
    ]);
  });

  test('P18 a month that a number cell lost its zero in is settled by the ID number or asked for', async () => {
    const sheet = await sheetOf([
      ['单位', '姓名', '警号', '身份证号', '出生年月', '入警时间'],
      ['南川派出所', '张三', '905101', ID_C, 1977.1, 2000.12],
      ['南川派出所', '李四', '905102', ID_B, 1990.1, 2014.1],
      ['南川派出所', '王五', '905103', ID_A, '1985年三月', '不详'],
    ]);
    expect(
      judgeSheet(sheet).rows.map(({ verdict, values, problems }) => [
        verdict,
        values.birth,
        values.joined,
        problems.map(({ code }) => code),
      ]),
    ).toEqual([
      ['repair', '1977-10', '2000-12', ['date-by-id-no']],
      ['error', '1990-10', null, ['date-by-id-no', 'date-ambiguous']],
      ['error', null, null, ['date-unreadable', 'date-unreadable']],
    ]);
  });

  test('P18 the roster is found among several sheets, and the user may choose another', async () => {
    const book = new LibraryWorkbook();
    book.addWorksheet('说明').addRow(['请按模板填写,姓名不要加空格']);
    const archive = book.addWorksheet('旧表');
    archive.state = 'hidden';
    for (const row of [
      ['单位', '姓名', '警号'],
      ['南川派出所', '张三', '905101'],
      ['南川派出所', '李四', '905102'],
    ])
      archive.addRow(row);
    const current = book.addWorksheet('Sheet3');
    for (const row of [
      ['单位', '姓名', '警号'],
      ['南川派出所', '王五', '905103'],
    ])
      current.addRow(row);
    const result = await readWorkbook(new Uint8Array(await book.xlsx.writeBuffer({ validate: false })));
    if (!result.ok) throw new Error(result.refusal.message);
    const ranked = rankSheets(result.workbook, rosterFields(unitDirectory(linxi.units, linxi.bureauName)));
    expect(
      ranked.map(({ sheet, hidden, records, missingRequired }) => [sheet, hidden, records, missingRequired]),
    ).toEqual([
      ['Sheet3', false, 1, []],
      ['旧表', true, 2, []],
      ['说明', false, 0, ['单位', '姓名']],
    ]);
  });

  test('P18 a column under a meaningless heading is known by its content, and a wrong guess can be corrected', async () => {
    const sheet = await sheetOf([
      ['单位', '姓名', '列3', '号码', '备注1'],
      ['南川派出所', '张三', '男', ID_A, '905101'],
      ['柳林派出所', '李四', '女', ID_B, '905102'],
    ]);
    const table = recognizeTable(sheet, rosterFields(unitDirectory(linxi.units, linxi.bureauName)));
    if (!table) throw new Error('no table');
    const byField = Object.fromEntries(table.columns.map(({ letters, field }) => [letters, field]));
    expect(byField).toMatchObject({ A: 'unit', B: 'name', C: 'sex', D: 'idNo' });
    expect(table.columns.find(({ letters }) => letters === 'D')?.reasons).toEqual([
      '100% 的内容像“公民身份号码”',
    ]);
    const corrected = table.mapping.map((item) => ({
      ...item,
      field: item.column === 5 ? 'policeNo' : item.column === 3 ? null : item.field,
    }));
    const { rows, unmatchedColumns } = judgeRoster(table, corrected, linxi);
    expect(rows.map(({ values }) => [values.policeNo, values.sex])).toEqual([
      ['905101', null],
      ['905102', null],
    ]);
    expect(unmatchedColumns).toEqual([{ column: 'C', heading: '列3' }]);
  });

  test('P18 a missing needed column is told once for the table', async () => {
    const { problems } = judgeSheet(
      await sheetOf([
        ['姓名', '警号', '性别'],
        ['张三', '905101', '男'],
      ]),
    );
    expect(problems).toMatchObject([
      { code: 'column-missing', field: 'unit', message: '没有认出“单位”列:请在列对应中指定' },
    ]);
  });
});

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
      'F259:本行(马兵嘉)与第 75 行(马兵嘉)的身份证号 990019200112087338相同:请删去重复的一行或更正号码',
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
