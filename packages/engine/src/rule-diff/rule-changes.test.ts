import { expect, test } from 'vitest';
import type { Indicator, RuleSet } from '../rules/rule-set.ts';
import { ruleChanges } from './index.ts';

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
  ruleChanges(old, { ...old, ...more }).map(({ kind, part, name, lines }) => [kind, part, name, lines]);
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
  const lines = ruleChanges(old, { ...old, ...next });
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

test('X2 a section beside the modules that differs is one change, added, changed or removed', () => {
  const { redLine: _, ...without } = old;
  const keyAndKind = (a: RuleSet, b: RuleSet) =>
    ruleChanges(a, b).map(({ key, kind, part }) => [key, kind, part]);
  expect(keyAndKind(old, { ...old, redLine: { below: '70', task: '书面检查', dueWorkingDays: 5 } })).toEqual([
    ['redLine', 'changed', '规定'],
  ]);
  expect(keyAndKind(without, old)).toEqual([['redLine', 'added', '规定']]);
  expect(keyAndKind(old, without)).toEqual([['redLine', 'removed', '规定']]);
  expect(keyAndKind(old, { ...old, matters: { mixedSigns: 'maxOnly' }, ranking: { minGroup: 3 } })).toEqual([
    ['ranking', 'added', '规定'],
    ['matters', 'added', '规定'],
  ]);
});

test('N8 a parameter whose words read the same is told as it is written', () => {
  const during = (from: string): Partial<Indicator> => ({
    multipliers: [
      { code: 'm', name: '专项期间', factor: '2', when: { kind: 'during', from, to: '2026-12-31' } },
    ],
  });
  const before = { ...old, ...items([indicator('a', '-1', during('2026-11-01'))]) };
  const after = { ...old, ...items([indicator('a', '-1', during('2026-12-01'))]) };
  const [change] = ruleChanges(before, after);
  expect(change).toMatchObject({ key: '指标 a', kind: 'changed' });
  expect(change?.lines).toHaveLength(1);
});

test('N8 clauses that come and go, with where they are from', () => {
  const clauses = [
    { id: 'c-1', text: '迟到一次扣 1 分。', source: '某局办法第三条' },
    { id: 'c-2', text: '早退一次扣 1 分。' },
  ];
  expect(changed({ clauses })).toEqual([
    ['changed', '条款', 'c-1', [{ label: '出处', old: '（无）', new: '某局办法第三条' }]],
    ['added', '条款', 'c-2', [{ label: '原文', old: '（无）', new: '早退一次扣 1 分。' }]],
  ]);
});

test('N8 an indicator’s own parameters are told one by one', () => {
  const more: Partial<Indicator> = {
    name: '迟到早退',
    owner: '督察大队',
    evidence: '考勤表',
    marks: '5',
    cap: '3',
    floorAtLeaf: true,
    subjects: { kinds: ['officer'] },
  };
  const [change] = ruleChanges(
    { ...old, ...items([indicator('a', '-1')]) },
    { ...old, ...items([indicator('a', '-1', more)]) },
  );
  expect(change?.lines.slice(0, 7).map(({ label, old: was, new: is }) => [label, was, is])).toEqual([
    ['名称', '指标a', '迟到早退'],
    ['分值', '（无）', '5'],
    ['累计加减限额', '（无）', '3'],
    ['归口部门', '治安大队', '督察大队'],
    ['证明材料', '（无）', '考勤表'],
    ['扣完为止', '（无）', '是'],
    ['适用对象', '（无）', '民警'],
  ]);
});

test('N8 the same rules written in another order are the same', () => {
  const { grading } = old;
  const turned = grading && {
    grades: grading.grades.map(({ code, name, ...rest }) => ({ ...rest, name, code })),
  };
  expect(ruleChanges(old, { ...old, ...(turned ? { grading: turned } : {}) })).toEqual([]);
});
