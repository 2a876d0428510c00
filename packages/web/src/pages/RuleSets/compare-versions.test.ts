import type { Indicator, RuleSet } from '@mingji/engine';
import { expect, test } from 'vitest';
import { compareVersions } from './compare-versions.ts';

const indicator = (code: string, points: string, more: Partial<Indicator> = {}): Indicator => ({
  code,
  name: `指标${code}`,
  clause: 'c-1',
  owner: '治安大队',
  scoring: { family: 'occurrence', events: [{ code: 'e', name: '迟到', points }] },
  ...more,
});
const old: RuleSet = {
  format: 'mingji/rule-set@1',
  id: 'x',
  name: '办法',
  version: '1',
  mode: 'percentage',
  totalMarks: '100',
  appraises: ['unit'],
  redLine: { below: '60', task: '书面检查', dueWorkingDays: 5 },
  grading: {
    grades: [
      { code: 'a', name: '好', from: '90' },
      { code: 'b', name: '差' },
    ],
  },
  clauses: [{ id: 'c-1', text: '迟到一次扣 1 分。' }],
  modules: [
    {
      code: 'm',
      name: '模块',
      items: [
        { code: 'i', name: '内务', marks: '20', indicators: [indicator('a', '-1'), indicator('b', '-1')] },
        { code: 'j', name: '训练', indicators: [] },
      ],
    },
  ],
};
const changed = (more: Partial<RuleSet>) =>
  compareVersions(old, { ...old, ...more }).map(({ kind, part, name, lines }) => [kind, part, name, lines]);
test('N8 a section is compared field by field and row by row; one that goes is told', () => {
  expect(changed({ redLine: { below: '70', task: '书面检查', dueWorkingDays: 5 } })).toEqual([
    ['changed', '规定', '红线', [{ label: '低于多少分', old: '60', new: '70' }]],
  ]);
  const grades = [
    { code: 'a', name: '好', from: '95' },
    { code: 'b', name: '差' },
  ];
  expect(changed({ grading: { grades } })).toEqual([
    [
      'changed',
      '规定',
      '等次',
      [
        {
          label: '等次（由好到差）：好',
          old: '等次 好，起点分（含本数） 90',
          new: '等次 好，起点分（含本数） 95',
        },
      ],
    ],
  ]);
  const { redLine: _, ...without } = old;
  expect(compareVersions(old, without)).toMatchObject([{ kind: 'removed', name: '红线' }]);
});

test('N8 a parameter that no form shows is told as it is written', () => {
  const year = {
    grades: [],
    barredBy: [],
    countedGrade: 'a',
    lowGrades: [],
    lowProposals: [],
    worstGrade: 'b',
  };
  const before = { ...old, year: { ...year, allWorstProposal: 'b', quota: { rate: '0.2', pools: [] } } };
  const after = {
    ...before,
    year: { ...before.year, quota: { rate: '0.2', pools: [{ code: 'p', name: '领导' }] } },
  };
  expect(compareVersions(before, after)).toMatchObject([
    { name: '年度考核等次', lines: [{ label: '其他参数' }] },
  ]);
});
