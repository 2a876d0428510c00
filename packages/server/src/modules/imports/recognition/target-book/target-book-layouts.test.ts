import { describe, expect, test } from 'vitest';
import type { TypedRow } from '../sheet.fixture.ts';
import { workbookOf } from '../sheet.fixture.ts';
import type { TargetBookOptions } from './recognize-target-book.ts';
import { recognizeTargetBook } from './recognize-target-book.ts';

const unit = (name: string, ...aliases: string[]) => ({ id: `id of ${name}`, name, aliases });
const context = {
  bureauName: '临溪县公安局',
  units: [
    unit('南川派出所', '南川所'),
    unit('柳林派出所', '柳林所'),
    unit('治安管理大队', '治安大队'),
    unit('刑事侦查大队', '刑侦大队'),
    unit('法制大队'),
  ],
};

async function read(sheets: Record<string, TypedRow[]>, options: TargetBookOptions = {}) {
  const { book, decomposition } = recognizeTargetBook(await workbookOf(sheets), context, options);
  return { book, decomposition };
}

describe('P18 target books in other layouts', () => {
  test('P18 no merged cells, other names, other order, item marks in the item’s own cell', async () => {
    const { book, decomposition } = await read({
      考核表: [
        ['2026年目标责任书'],
        ['责任部门', '指标名称', '标准分', '考核标准', '目标值', '一级指标'],
        ['治安大队', '场所检查', '6分', '按完成比例得分', '1.2万', '治安管理(10分)'],
        ['治安管理大队', '隐患整改', 4, '每10%未整改扣1分', '—', null],
        ['刑侦大队、法制大队', '快侦快破', 5.5, '按完成比例得分', 96, '打击破案(6分)'],
        ['合计', null, '16分'],
      ],
    });
    expect(decomposition).toBeNull();
    expect(
      book?.rows.map(({ verdict, values: { item, name, marks, owner, coOwners, target } }) => [
        verdict,
        item,
        name,
        marks,
        owner,
        coOwners,
        target,
      ]),
    ).toEqual([
      ['repair', '治安管理', '场所检查', '6', '治安管理大队', [], '12000'],
      ['ok', '治安管理', '隐患整改', '4', '治安管理大队', [], null],
      ['repair', '打击破案', '快侦快破', '5.5', '刑事侦查大队', ['法制大队'], '96'],
      ['not-a-person', null, null, null, null, [], null],
    ]);
    expect(
      book?.items.map(({ name, declared, sum, difference }) => [name, declared, sum, difference]),
    ).toEqual([
      ['治安管理', '10', '10', '0'],
      ['打击破案', '6', '5.5', '-0.5'],
    ]);
    expect(book?.total).toMatchObject({ declared: '16', sum: '16', difference: '0' });
    expect(book?.problems.map(({ code, message }) => [code, message])).toEqual([
      ['item-marks-differ', 'F5：项目“打击破案”写明 6 分，所属指标合计 5.5 分，相差 -0.5 分'],
    ]);
  });

  test('P18 marks and targets that are no numbers are errors, sums say what is missing', async () => {
    const { book } = await read({
      细则: [
        ['考核项目', '项目分值', '考核内容', '评分标准', '分值', '年度目标数'],
        ['治安管理', '10分', '场所检查', '按完成比例得分', '若干', '不少于480'],
        [null, null, '隐患整改', '一处扣1分', null, null],
        [null, null, '场所检查', '一处扣1分', 10, null],
        ['合计', '100分'],
      ],
    });
    expect(book?.rows.map(({ problems }) => problems.map(({ code, cell }) => `${code} ${cell}`))).toEqual([
      ['marks-unreadable E2', 'target-unreadable F2'],
      ['marks-missing E3'],
      ['duplicate-in-file null'],
      [],
    ]);
    expect(book?.total).toMatchObject({ declared: '100', sum: '10', difference: '-90' });
    expect(book?.problems.map(({ code }) => code)).toEqual(['total-marks-differ']);
  });

  const book: TypedRow[] = [
    ['考核项目', '考核内容', '评分标准', '分值', '年度目标数'],
    ['治安管理', '场所检查', '按完成比例得分', 6, 480],
    ['治安管理', '重点走访', '按完成比例得分', 4, 100],
  ];

  test('P5 a decomposition with the units down the side and the indicators across', async () => {
    const { decomposition } = await read({
      任务书: book,
      分解: [
        ['任务分解表'],
        ['单位', '场所检查', '重点走访'],
        ['全年任务数', 480, 101],
        ['南川所', 200, 60],
        ['柳林派出所', '280', 40],
      ],
    });
    expect(decomposition?.transposed).toBe(true);
    expect(
      decomposition?.rows.map(({ verdict, values: { indicator, total, shares, difference } }) => [
        verdict,
        indicator,
        total,
        shares,
        difference,
      ]),
    ).toEqual([
      ['ok', '场所检查', '480', { 南川派出所: '200', 柳林派出所: '280' }, '0'],
      ['warning', '重点走访', '101', { 南川派出所: '60', 柳林派出所: '40' }, '-1'],
    ]);
    expect(decomposition?.rows[1]?.problems.map(({ code, cell }) => `${code} ${cell}`)).toEqual([
      'not-conserved C3',
      'target-differs C3',
    ]);
  });

  test('P5 an unknown unit, an unknown indicator and an empty share are told; empty is absent, not 0', async () => {
    const { decomposition } = await read({
      任务书: book,
      分解: [
        ['指标', '合计', '南川所', '第九所', '柳林所'],
        ['场所检查', 480, 480, null, null],
        ['无名指标', '1,000', '１,０００', 5, '—'],
        ['合计', 1480, 1480, 5, 0],
      ],
    });
    expect(decomposition?.problems).toMatchObject([{ code: 'unit-unknown', cell: 'D1', value: '第九所' }]);
    expect(
      decomposition?.rows.map(({ values: { indicator, shares, difference } }) => [
        indicator,
        shares,
        difference,
      ]),
    ).toEqual([
      ['场所检查', { 南川派出所: '480' }, '0'],
      ['无名指标', { 南川派出所: '1000' }, '0'],
    ]);
    expect(decomposition?.rows[1]?.problems.map(({ code }) => code)).toEqual(['indicator-unknown']);
  });

  test('P5 a correction by hand restores conservation', async () => {
    const sheets = {
      任务书: book,
      分解: [
        ['指标', '全年任务数', '南川所', '柳林所'],
        ['场所检查', 480, 200, 290],
      ] satisfies TypedRow[],
    };
    expect((await read(sheets)).decomposition?.rows[0]?.verdict).toBe('warning');
    const decompositionEdits = [{ row: 2, field: '柳林派出所', value: '280' }];
    expect((await read(sheets, { decompositionEdits })).decomposition?.rows[0]?.verdict).toBe('ok');
  });
});
