import { expect, test } from 'vitest';
import { recognizeTable } from '../recognize-table.ts';
import type { TypedRow } from '../sheet.fixture.ts';
import { sheetOf } from '../sheet.fixture.ts';
import { judgeUnitList } from './judge-unit-list.ts';
import { UNIT_FIELDS } from './unit-fields.ts';

const context = {
  bureauName: '临溪县公安局',
  existing: [{ id: 'u1', name: '法制大队', aliases: ['法制'], code: '990001000100' }],
};

async function judge(rows: TypedRow[]) {
  const table = recognizeTable(await sheetOf(rows), UNIT_FIELDS);
  if (!table) throw new Error('no table');
  return judgeUnitList(table, table.mapping, context);
}

test('P18 a list of units with kinds, upper units, codes and short names', async () => {
  const { rows, problems } = await judge([
    ['临溪县公安局机构一览表'],
    ['序号', '单位名称', '类别', '上级单位', '机构代码', '简称'],
    [1, '刑事侦查大队', '实战', '临溪县公安局', '990001000200', '刑侦大队、刑警大队'],
    [2, '一中队', null, '刑侦大队', '990001000201', '/'],
    [3, '南川派出所', '派出所', null, 990001005000, '南川所，临溪县公安局南川派出所'],
    [4, '看守所', '监管', null, '990001006000', null],
    [5, '法制审核中队', null, '法制大队', '990001000101', null],
    ['合计', '5个'],
  ]);
  expect(problems).toEqual([]);
  expect(
    rows.map(({ verdict, values: { name, kind, parent, parentId, code, aliases } }) => [
      verdict,
      name,
      kind,
      parent,
      parentId,
      code,
      aliases,
    ]),
  ).toEqual([
    ['ok', '刑事侦查大队', 'brigade', null, null, '990001000200', ['刑侦大队', '刑警大队']],
    ['repair', '一中队', 'squad', '刑事侦查大队', null, '990001000201', []],
    ['ok', '南川派出所', 'station', null, null, '990001005000', ['南川所', '临溪县公安局南川派出所']],
    ['ok', '看守所', 'custody', null, null, '990001006000', []],
    ['ok', '法制审核中队', 'squad', '法制大队', 'u1', '990001000101', []],
    ['not-a-person', null, null, null, null, null, []],
  ]);
});

test('P18 wrong codes, unknown upper units, circles and duplicates are errors that name both', async () => {
  const { rows } = await judge([
    ['名称', '隶属单位', '单位代码', '别名'],
    ['南川派出所', '第九分局', '12345', null],
    ['一中队', '二中队', '990001000201', null],
    ['二中队', '一中队', '990001000201', '法制'],
    ['法制大队', null, '990001000900', null],
    ['神秘机构', null, '990001000901', null],
    [null, null, '990001000902', null],
  ]);
  expect(rows.map(({ row, problems }) => [row, problems.map(({ code, cell }) => `${code} ${cell}`)])).toEqual(
    [
      [2, ['code-format C2', 'parent-unknown B2']],
      [3, ['parent-cycle B3']],
      [4, ['parent-cycle B4', 'duplicate-code C4', 'duplicate-aliases D4']],
      [5, ['duplicate-name A5']],
      [6, ['kind-unknown null']],
      [7, ['name-missing A7']],
    ],
  );
  expect(rows[2]?.problems[1]?.message).toBe(
    'C4：机构代码“990001000201”与第 3 行“一中队”的相同：请改正或删去本行',
  );
  expect(rows.every(({ verdict }) => verdict === 'error')).toBe(true);
});
