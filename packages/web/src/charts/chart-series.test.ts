import { expect, test } from 'vitest';
import { columnShades, plotted, seriesInWords, tableRows } from './chart-series.ts';

const series = [{ name: '得分', values: ['92.50', null, '88'] }];

test('P11 picture and table show the same numbers, as the server wrote them', () => {
  expect(tableRows(['甲', '乙', '丙'], series)).toEqual([
    ['甲', '92.50'],
    ['乙', null],
    ['丙', '88'],
  ]);
});

test('§1 who was not scored is a gap in the picture, not a zero', () => {
  expect(plotted(series[0]?.values ?? [])).toEqual([92.5, '-', 88]);
});

test('P11 a picture is told in words', () => {
  expect(seriesInWords('单位排名', ['甲', '乙', '丙'], series)).toContain('最高 甲 92.50');
  expect(seriesInWords('单位排名', ['甲'], [{ name: '得分', values: [null] }])).toContain('无数据');
});

test('P11 each column of a heat map is shaded by itself; who has no points is a gap', () => {
  expect(columnShades({ name: '模块', values: ['10', null, '30', '20'] })).toEqual([0, null, 1, 0.5]);
  expect(columnShades({ name: '模块', values: ['7', '7'] })).toEqual([0.5, 0.5]);
  expect(columnShades({ name: '模块', values: [null] })).toEqual([null]);
});
