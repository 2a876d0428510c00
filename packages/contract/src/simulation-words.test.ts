import { expect, test } from 'vitest';
import { causeWords, changeWords } from './simulation-words.ts';
import type { MoveCause, RuleChangeView } from './simulations.ts';

const change: RuleChangeView = {
  key: '指标 absent',
  kind: 'changed',
  part: '指标',
  name: '不在位',
  clause: '一次扣 2 分。',
  lines: [],
};
const changes = new Map([[change.key, change]]);
const cause = (more: Partial<MoveCause>): MoveCause => ({
  ...{ change: change.key, place: 'indicator', code: 'absent', name: '不在位', amount: '-2' },
  ...more,
});

test('X2 a change is told by what was done to which part', () => {
  expect(changeWords(change)).toBe('修改指标“不在位”');
  expect(changeWords({ ...change, kind: 'added' })).toBe('新增指标“不在位”');
  expect(changeWords({ ...change, kind: 'removed' })).toBe('删除指标“不在位”');
});

test('X2 a cause names its place, the change behind it and the sentence that rests on', () => {
  expect(causeWords(cause({}), changes)).toEqual({
    place: '指标“不在位”',
    change: '规则修改',
    clause: '一次扣 2 分。',
  });
  expect(causeWords(cause({ place: 'item', code: 'duty', name: '值班' }), changes)).toEqual({
    place: '项目“值班”的限额或占比',
    change: '修改指标“不在位”',
    clause: '一次扣 2 分。',
  });
  expect(causeWords(cause({ place: 'module', name: '业务' }), changes).place).toBe('模块“业务”的权重或限额');
  expect(causeWords(cause({ place: 'total', code: null }), changes).place).toBe('总分的折算或修约');
});

test('X2 what no single change did is said to follow from others', () => {
  expect(causeWords(cause({ change: null }), changes)).toMatchObject({
    change: '由其他变动引起',
    clause: null,
  });
});
