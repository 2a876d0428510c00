import { expect, test } from 'vitest';
import { figureWords } from './figure-words.ts';

const figures = {
  ...{ key: 'k', label: '治安管理支队', filed: 6, open: 2, upheld: 1, partlyUpheld: 0, dismissed: 3 },
  ...{ withdrawn: 0, overdue: 0, changedShare: null, meanWorkingDays: '1.5' },
};

test('P7 a line of the statistics on the phone leaves out what is 0 or not told', () => {
  expect(figureWords(figures)).toBe('待答复 2 · 复议成立 1 · 维持原结果 3 · 平均 1.5 个工作日');
  expect(figureWords({ ...figures, changedShare: '0.0', meanWorkingDays: null })).toContain('改变比例 0.0%');
});
