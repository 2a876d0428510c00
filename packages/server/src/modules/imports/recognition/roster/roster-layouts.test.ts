import { Workbook as LibraryWorkbook } from '@cj-tech-master/excelts';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../../../spreadsheet/read-workbook.ts';
import { rankSheets } from '../choose-sheet.ts';
import { recognizeTable } from '../recognize-table.ts';
import { unitDirectory } from '../resolve-unit.ts';
import { sheetOf } from '../sheet.fixture.ts';
import { ID_A, ID_B, ID_C } from './id-numbers.fixture.ts';
import { judgeRoster } from './judge-roster.ts';
import { judgeSheet, linxi } from './linxi-roster.fixture.ts';
import { rosterFields } from './roster-fields.ts';

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
      (written) => written.mergeCells('B6：B7'),
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
      (written) => written.mergeCells('A2：D2'),
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

  test('P18 the roster is found among several sheets, and the user may choose another', async () => {
    const book = new LibraryWorkbook();
    book.addWorksheet('说明').addRow(['请按模板填写，姓名不要加空格']);
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
      { code: 'column-missing', field: 'unit', message: '没有认出“单位”列：请在列对应中指定' },
    ]);
  });
});
