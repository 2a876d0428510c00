import type { RuleSet } from '@mingji/engine';
import { expect, test } from 'vitest';
import { coverageOf } from './clause-coverage.ts';

const indicator = (code: string, clause: string) => ({
  code,
  name: `指标${code}`,
  clause,
  owner: '政治部',
  scoring: {
    family: 'occurrence' as const,
    events: [{ code: 'e', name: '迟到', points: '-1', clause: 'c-2' }],
  },
});
const content: RuleSet = {
  format: 'mingji/rule-set@1',
  id: 'x',
  name: '办法',
  version: '1',
  mode: 'percentage',
  appraises: ['unit'],
  redLine: { below: '60', task: '书面检查', dueWorkingDays: 5, clause: 'c-3' },
  clauses: ['c-1', 'c-2', 'c-3', 'c-4'].map((id) => ({ id, text: `${id} 原文` })),
  modules: [
    {
      code: 'm',
      name: '模块',
      items: [{ code: 'i', name: '项目', indicators: [indicator('a', 'c-1'), indicator('b', 'c-9')] }],
    },
  ],
};

test('X7 a clause shows the rules made from it, and one that nothing names has none', () => {
  const { clauses } = coverageOf(content);
  expect(
    clauses.map((use) => [use.clause.id, use.indicators.map(({ name }) => name), use.otherUses]),
  ).toEqual([
    ['c-1', ['指标a'], 0],
    ['c-2', [], 2],
    ['c-3', [], 1],
    ['c-4', [], 0],
  ]);
});

test('X7 a rule whose clause is not in the draft is told', () => {
  expect(coverageOf(content).without).toEqual([{ code: 'b', name: '指标b', clause: 'c-9' }]);
});
