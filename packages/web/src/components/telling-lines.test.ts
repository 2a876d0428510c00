import type { results } from '@mingji/contract';
import { expect, test } from 'vitest';
import { tellingLines } from './telling-lines.ts';

type Line = results.ResultView['lines'][number];
const line = (depth: number, text: string, value: string | null, entries: Line['entries'] = []): Line => ({
  depth,
  sentence: depth < 2,
  text,
  value,
  clauseId: null,
  clauseText: null,
  entries,
});
const entry = { id: 'e', by: '孙英', at: '2026-09-01T00:00:00Z', reason: '迟到', fileIds: [], counts: false };

test('X1 the short explanation keeps every step that leads to points, and leaves out where nothing happened', () => {
  const shown = tellingLines([
    line(0, '总分', '3'),
    line(1, '队伍', '0'),
    line(2, '学习', '0'),
    line(2, '内务', null),
    line(1, '业务', '3'),
    line(2, '走访', '0.00'),
    line(2, '化解', '3'),
  ]);
  expect(shown.map((each) => each.text)).toEqual(['总分', '业务', '化解']);
});

test('X1 additions and deductions that cancel out stay visible, and so do entries that do not count', () => {
  const shown = tellingLines([
    line(0, '总分', '0'),
    line(1, '队伍', '0'),
    line(2, '加分', '1'),
    line(2, '扣分', '-1'),
    line(1, '业务', '0'),
    line(2, '同一事项不重复计分', '0', [entry]),
  ]);
  expect(shown.map((each) => each.text)).toEqual([
    '总分',
    '队伍',
    '加分',
    '扣分',
    '业务',
    '同一事项不重复计分',
  ]);
});

test('X1 the arithmetic over accepted work stays visible when it gives the full marks', () => {
  const shown = tellingLines([
    line(0, '总分', '4'),
    line(1, '行业场所检查 4 分：得 4 分', '4', [entry]),
    line(2, '满分 4 分', '4'),
    line(2, '完成 5，目标 4，完成率 125%', '0'),
    line(1, '技防建设 2 分：不适用', null),
    line(2, '没有目标', '0'),
  ]);
  expect(shown.map((each) => each.text)).toEqual([
    '总分',
    '行业场所检查 4 分：得 4 分',
    '满分 4 分',
    '完成 5，目标 4，完成率 125%',
  ]);
});

test('X1 §9 the grade and the red line have no value and stay visible', () => {
  const shown = tellingLines([
    line(0, '总分', '0'),
    line(1, '队伍', '0'),
    line(0, '等次：定为“一般”', null),
    line(1, '94 分，达到“好”的分数线 90', null),
  ]);
  expect(shown.map((each) => each.text)).toEqual(['总分', '等次：定为“一般”']);
});
