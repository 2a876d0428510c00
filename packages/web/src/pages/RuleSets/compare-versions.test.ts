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
const [module] = old.modules;
const changed = (more: Partial<RuleSet>) =>
  compareVersions(old, { ...old, ...more }).map(({ kind, part, name, lines }) => [kind, part, name, lines]);
const items = (first: Indicator[], second: Indicator[] = [], marks = '20') => ({
  modules: module
    ? [
        {
          ...module,
          items: [
            { code: 'i', name: '内务', marks, indicators: first },
            { code: 'j', name: '训练', indicators: second },
          ],
        },
      ]
    : [],
});

test('N8 equal versions have no difference, whatever number they bear', () => {
  expect(changed({ version: '2' })).toEqual([]);
});

test('N8 an indicator that was added, removed, moved or scored otherwise is told, with its clause', () => {
  const next = items([indicator('a', '-2')], [indicator('b', '-1'), indicator('c', '-1')]);
  const lines = compareVersions(old, { ...old, ...next });
  expect(lines.map(({ kind, name }) => [kind, name])).toEqual([
    ['changed', '指标a'],
    ['changed', '指标b'],
    ['added', '指标c'],
  ]);
  expect(lines[0]).toMatchObject({
    part: '指标',
    clause: '迟到一次扣 1 分。',
    lines: [{ label: '规则', old: '迟到：每次扣 1 分', new: '迟到：每次扣 2 分' }],
  });
  expect(lines[1]?.lines).toEqual([{ label: '位置', old: '内务', new: '训练' }]);
  expect(lines[2]?.lines).toEqual([{ label: '规则', old: '（无）', new: '迟到：每次扣 1 分' }]);
  expect(changed(items([indicator('a', '-1')]))).toEqual([
    ['removed', '指标', '指标b', [{ label: '规则', old: '迟到：每次扣 1 分', new: '（无）' }]],
  ]);
});

test('N8 marks, general parameters and the text of clauses are told old and new', () => {
  const both = [indicator('a', '-1'), indicator('b', '-1')];
  expect(changed(items(both, [], '30'))).toEqual([
    ['changed', '项目', '内务', [{ label: '分值', old: '20', new: '30' }]],
  ]);
  expect(changed({ mode: 'accumulating', appraises: ['unit', 'officer'] })).toEqual([
    [
      'changed',
      '办法',
      '基本参数',
      [
        { label: '计分制', old: '百分制', new: '累计制' },
        { label: '考核对象', old: '单位', new: '单位、民警' },
      ],
    ],
  ]);
  expect(changed({ clauses: [{ id: 'c-1', text: '迟到一次扣 2 分。' }] })).toEqual([
    ['changed', '条款', 'c-1', [{ label: '原文', old: '迟到一次扣 1 分。', new: '迟到一次扣 2 分。' }]],
  ]);
});

test('N8 items in another order are told, and one that was only added changes no order', () => {
  const [first, second] = module?.items ?? [];
  if (!module || !first || !second) throw new Error('no items');
  const ordered = (all: (typeof first)[]) => changed({ modules: [{ ...module, items: all }] });
  expect(ordered([second, first])).toEqual([
    ['changed', '办法', '排列顺序', [{ label: '项目', old: '内务、训练', new: '训练、内务' }]],
  ]);
  expect(ordered([{ code: 'k', name: '新项目', indicators: [] }, first, second])).toEqual([
    ['added', '项目', '新项目', []],
  ]);
});

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
