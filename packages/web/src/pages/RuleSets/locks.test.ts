import type { RuleSet } from '@mingji/engine';
import { expect, test } from 'vitest';
import { locksOf } from './locks.ts';

const indicator = (code: string) => ({
  code,
  name: code,
  clause: 'c-1',
  owner: '政治部',
  scoring: { family: 'ratio' as const },
});
const upper: RuleSet = {
  format: 'mingji/rule-set@1',
  id: 'frame',
  name: '市局框架',
  version: '1',
  mode: 'percentage',
  appraises: ['unit'],
  redLine: { below: '60', task: '书面检查', dueWorkingDays: 5, clause: 'c-1' },
  clauses: [{ id: 'c-1', text: '队伍管理占 40 分，不得调整。' }],
  modules: [
    {
      code: 'm',
      name: '模块',
      items: [
        { code: 'fixed', name: '刚性', clause: 'c-1', indicators: [indicator('a')] },
        {
          code: 'open',
          name: '开放',
          opens: { optional: ['b'], clause: 'c-1' },
          indicators: [indicator('b'), indicator('c')],
        },
      ],
    },
  ],
};

test('§16 what the method above says is locked with its clause; what it opens may be filled or left out', () => {
  const locks = locksOf(upper, '市局框架');
  expect(locks.module('m')).toEqual({ by: '市局框架', clause: null, optional: false });
  expect(locks.item('fixed')).toEqual({
    by: '市局框架',
    clause: '队伍管理占 40 分，不得调整。',
    optional: false,
  });
  expect(locks.item('own')).toBeNull();
  expect(locks.indicator('a')?.optional).toBe(false);
  expect(locks.indicator('b')?.optional).toBe(true);
  expect(locks.indicator('c')?.optional).toBe(false);
  expect(locks.clause('c-1')?.clause).toBe('队伍管理占 40 分，不得调整。');
  expect(locks.clause('c-2')).toBeNull();
  expect(locks.section('redLine')?.clause).toBe('队伍管理占 40 分，不得调整。');
  expect(locks.section('grading')).toBeNull();
  expect(['fixed', 'open', 'own'].map(locks.mayAdd)).toEqual([false, true, true]);
});
