import { expect, test } from 'vitest';
import { fitsWell, columnWidths as widthsOf } from './column-widths.ts';
import { pageLayout } from './page-layout.ts';
import { textWidth } from './text-width.ts';

const available = pageLayout.textWidth;
type Columns = Parameters<typeof widthsOf>[0]['columns'];
const columnWidths = (columns: Columns, rows: readonly (readonly string[])[], points: number) =>
  widthsOf({ columns, rows, points, available });

const name = { heading: '单位', align: 'left' as const };
const place = { heading: '名次', align: 'center' as const };
const points = (heading: string) => ({ heading, align: 'right' as const });
const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0);
const fits = (text: string, width: number | undefined, size: number) =>
  textWidth(text) * size * 20 <= (width ?? 0);

test('P15 columns fill the text area whatever stands in them', () => {
  const narrow = columnWidths([place, name], [['1', '甲所']], 12);
  expect(sum(narrow)).toBe(pageLayout.textWidth);
  expect(sum(columnWidths([place, name], [], 12))).toBe(pageLayout.textWidth);
});

test('P15 a ranking by five modules keeps names and numbers of usual length on one line', () => {
  const columns = [
    { heading: '序列', align: 'left' as const },
    ...[place, name],
    ...['队伍建设', '业务工作', '专项工作', '考勤考核', '激励加减分', '合计'].map(points),
  ];
  const row = [
    '县（市）局分局序列',
    '17',
    '经济犯罪侦查支队',
    '-0.50',
    '14.90',
    '5.00',
    '0.00',
    '-2.00',
    '24.40',
  ];
  const widths = columnWidths(columns, [row], 10.5);
  expect(row.every((cell, at) => fits(cell, widths[at], 10.5))).toBe(true);
  expect(sum(widths)).toBe(pageLayout.textWidth);
});

test('P15 a very long name breaks in its own column and takes no room from the numbers', () => {
  const long = '江临市公安局目标责任制考核领导小组办公室驻经济技术开发区联合工作专班临时党支部委员会';
  const widths = columnWidths([place, name, points('得分')], [['1', long, '1024.40']], 12);
  expect(fits('1024.40', widths[2], 12)).toBe(true);
  expect(fits('名次', widths[0], 12)).toBe(false);
  expect(fits('1', widths[0], 12)).toBe(true);
  expect(sum(widths)).toBe(pageLayout.textWidth);
});

test('P15 a few very long names break before all the others do', () => {
  const columns = [
    { heading: '序列', align: 'left' as const },
    ...[place, name],
    ...['队伍建设', '业务工作', '专项工作', '考勤考核', '激励加减分', '合计'].map(points),
  ];
  const row = (unit: string) => [
    '县（市）局分局序列',
    '17',
    unit,
    '-0.50',
    '14.90',
    '5.00',
    '0.00',
    '-2.00',
    '24.40',
  ];
  const long = '食品药品环境犯罪侦查支队';
  const rows = [...Array.from({ length: 20 }, () => row('安平县公安局')), row(long)];
  const widths = columnWidths(columns, rows, 10.5);
  expect(fits('县（市）局分局序列', widths[0], 10.5)).toBe(true);
  expect(fits('安平县公安局', widths[2], 10.5)).toBe(true);
  expect(fits(long, widths[2], 10.5)).toBe(false);
});

test('P15 more columns of numbers than fit still share the text area', () => {
  const months = Array.from({ length: 24 }, (_month, at) => points(`2026年${at + 1}月`));
  const widths = columnWidths([name, ...months], [['甲县公安局', ...months.map(() => '100.00')]], 10.5);
  expect(sum(widths)).toBe(pageLayout.textWidth);
  expect(widths.every((width) => width > 0)).toBe(true);
});

test('P15 twelve months of points fit a sheet laid across, and not one upright', () => {
  const months = Array.from({ length: 12 }, (_month, at) => points(`2026年${at + 1}月`));
  const columns = [place, name, ...months, points('汇总')];
  const rows = [['39', '安平县公安局', ...months.map(() => '24.40'), '242.06']];
  expect(fitsWell({ columns, rows, points: 9, available })).toBe(false);
  expect(fitsWell({ columns, rows, points: 9, available: pageLayout.acrossWidth })).toBe(true);
});
