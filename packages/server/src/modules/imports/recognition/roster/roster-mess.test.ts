import { describe, expect, test } from 'vitest';
import { sheetOf } from '../sheet.fixture.ts';
import { ID_A, ID_B, ID_C, idNo } from './id-numbers.fixture.ts';
import { judgeSheet } from './linxi-roster.fixture.ts';

describe('P18 numbers and dates in other disguises', () => {
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
});
