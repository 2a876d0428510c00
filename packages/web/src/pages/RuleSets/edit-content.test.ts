import type { Indicator, RuleSet } from '@mingji/engine';
import { expect, test } from 'vitest';
import { freeCode, pruned, putClause, putIndicator, removeIndicator } from './edit-content.ts';

const indicator = (code: string): Indicator => ({
  code,
  name: code,
  clause: 'c-1',
  owner: '治安大队',
  scoring: { family: 'ratio' },
});
const content: RuleSet = {
  format: 'mingji/rule-set@1',
  id: 'x',
  name: '办法',
  version: '1',
  mode: 'percentage',
  appraises: ['unit'],
  clauses: [{ id: 'c-1', text: '原文' }],
  modules: [
    {
      code: 'm-1',
      name: '模块',
      items: [{ code: 'i-1', name: '项目', indicators: [indicator('a'), indicator('b')] }],
    },
  ],
};
const place = { moduleCode: 'm-1', itemCode: 'i-1' };
const codes = (after: RuleSet) => after.modules[0]?.items[0]?.indicators.map((each) => each.code);

test('X7 an indicator keeps its place when edited, a new one goes to the end, a removed one is gone', () => {
  expect(codes(putIndicator(content, place, indicator('a2'), 'a'))).toEqual(['a2', 'b']);
  expect(codes(putIndicator(content, place, indicator('c'), null))).toEqual(['a', 'b', 'c']);
  expect(codes(removeIndicator(content, place, 'a'))).toEqual(['b']);
  expect(codes(content)).toEqual(['a', 'b']);
});

test('X7 a clause is changed in place, and added when it is new', () => {
  expect(putClause(content, 'c-1', '新文').clauses).toEqual([{ id: 'c-1', text: '新文' }]);
  expect(putClause(content, 'c-2', '二').clauses).toHaveLength(2);
});

test('§1 what a form leaves empty is absent, zero and false stay', () => {
  const typed = {
    marks: '',
    cap: null,
    events: [{ code: 'e', unit: '' }, {}],
    effect: { grade: '' },
    n: 0,
    f: false,
  };
  expect(pruned(typed)).toEqual({ events: [{ code: 'e' }], n: 0, f: false });
});

test('X7 a new code is one that nothing in the draft has yet', () => {
  expect(freeCode(content, 'm')).toBe('m-2');
  expect(freeCode(content, 'z')).toBe('z-1');
});
