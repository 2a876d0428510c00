import { expect, test } from 'vitest';
import { plotted, seriesInWords, tableRows } from './chart-series.ts';

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
