import { expect, test } from 'vitest';
import { parseDecimal, toText } from '../kernel/exact-text.ts';
import { lintRuleSet } from '../lint/index.ts';
import { checkRuleSet } from '../rules/check-rule-set.ts';
import { evaluate } from '../rules/evaluate.ts';
import type { FactEntry } from '../rules/facts.ts';
import type { NamedEvent } from '../rules/scoring.ts';
import {
  entry,
  factsOf,
  indicator,
  item,
  officer,
  resultOf,
  ruleSetOf,
  textOf,
  unit,
} from '../test-support/small-rule-set.ts';
import type { RoleRule } from './role-rules.ts';
import { type MatterParties, shareMatter } from './share-matter.ts';
import { splitPoints } from './split-points.ts';

const roles: readonly RoleRule[] = [
  { code: 'lead', name: '主办', goesTo: 'reporter' },
  { code: 'assist', name: '协办', goesTo: 'named' },
  { code: 'unit', name: '所在单位', goesTo: 'unit' },
  { code: 'leader', name: '主要负责人', goesTo: 'leader' },
];
const solved: NamedEvent = {
  code: 'solved',
  name: '查破疑难案件',
  points: '3',
  byRole: [
    { role: 'lead', points: '2' },
    { role: 'assist', points: '1' },
    { role: 'unit', points: '1' },
    { role: 'leader', points: '0.5' },
  ],
};
const alone: MatterParties = { reporter: { kind: 'officer', id: 'a' }, named: [], unit: 'u', leader: 'h' };
const told = (
  parties: MatterParties,
  event: NamedEvent | undefined = solved,
  rules: readonly RoleRule[] = roles,
) =>
  shareMatter({ roles: rules }, event, parties).map(
    ({ subject, role, among }) => `${subject} ${role?.code ?? '全分'} ${among}`,
  );

test('P2 who worked alone has the full points, the unit and its leader those of their roles', () => {
  expect(told(alone)).toEqual(['a 全分 1', 'u unit 1', 'h leader 1']);
});

test('P2 with others beside him each has the points of his role, and assistants share theirs', () => {
  const named = [
    { id: 'b', role: 'assist' },
    { id: 'c', role: 'assist' },
  ];
  expect(told({ ...alone, named })).toEqual([
    'a lead 1',
    'b assist 2',
    'c assist 2',
    'u unit 1',
    'h leader 1',
  ]);
  const each = roles.map((role) => (role.code === 'assist' ? { ...role, sharing: 'each' as const } : role));
  expect(told({ ...alone, named }, solved, each)[2]).toBe('c assist 1');
});

test('P2 nobody has two parts: the reporter named again, the leader who worked along', () => {
  expect(told({ ...alone, named: [{ id: 'a', role: 'assist' }] })).toEqual([
    'a 全分 1',
    'u unit 1',
    'h leader 1',
  ]);
  expect(told({ ...alone, named: [{ id: 'h', role: 'assist' }] })).toEqual([
    'a lead 1',
    'h assist 1',
    'u unit 1',
  ]);
  expect(told({ ...alone, reporter: { kind: 'officer', id: 'h' } })).toEqual(['h 全分 1', 'u unit 1']);
  expect(told({ ...alone, named: [{ id: 'b', role: 'leader' }] })[0]).toBe('a 全分 1');
});

test('N9 without a rule a matter touches its subject alone, and what is not there gets nothing', () => {
  expect(told(alone, { ...solved, byRole: [] })).toEqual(['a 全分 1']);
  expect(shareMatter({ roles }, undefined, alone).map(({ subject }) => subject)).toEqual(['a']);
  expect(told(alone, solved, [])).toEqual(['a 全分 1']);
  expect(told({ ...alone, unit: null, leader: null })).toEqual(['a 全分 1']);
});

test.each([
  ['1', 3, ['0.34', '0.33', '0.33']],
  ['-1', 3, ['-0.34', '-0.33', '-0.33']],
  ['0.005', 2, ['0', '0.005']],
  ['1', 1, ['1']],
  ['0.02', 3, ['0.01', '0.01', '0']],
])('X5 %s among %i is shared to the last hundredth', (points, among, parts) => {
  const whole = parseDecimal(points);
  if (whole === undefined) throw new Error('no decimal');
  expect(splitPoints(whole, among).map(toText)).toEqual(parts);
});

const rules = {
  ...ruleSetOf([item('p', [indicator('x', { family: 'occurrence', events: [solved] })])]),
  roles,
};
const subjects = [officer('a'), officer('b'), officer('c'), officer('h'), unit('u')];
const part = (id: string, subject: string, role?: string, points?: string): FactEntry => ({
  ...entry('x'),
  id,
  subject,
  event: 'solved',
  matter: '一案',
  ...(role === undefined ? {} : { role }),
  ...(points === undefined ? {} : { points }),
});
const evaluateParts = (...entries: readonly FactEntry[]) =>
  evaluate({ ruleSet: rules, facts: { ...factsOf(entries), subjects } });

test('P2 one matter scores differently for the lead, the assistants, the unit and its leader, and balances', () => {
  const outcome = evaluateParts(
    part('1', 'a', 'lead'),
    part('2', 'b', 'assist', '0.5'),
    part('3', 'c', 'assist', '0.5'),
    part('4', 'u', 'unit'),
    part('5', 'h', 'leader'),
  );
  if (!outcome.ok) throw new Error(outcome.refusals[0]?.message);
  expect(subjects.map(({ id }) => textOf(resultOf(outcome.value, id).score))).toEqual([
    '2',
    '0.5',
    '0.5',
    '0.5',
    '1',
  ]);
});

test('X5 the parts of the officers may not exceed the standard; the leader is another subject', () => {
  const over = evaluateParts(part('1', 'a', 'lead'), part('2', 'b', 'assist'), part('3', 'c', 'assist'));
  expect(over.ok ? [] : over.refusals.map(({ code }) => code)).toEqual(['matterSplitExceeds']);
});

test('P2 one matter counts once for each subject, whatever the roles', () => {
  const outcome = evaluateParts(part('1', 'a', 'lead'), part('2', 'a', 'leader'));
  if (!outcome.ok) throw new Error(outcome.refusals[0]?.message);
  expect(textOf(resultOf(outcome.value, 'a').score)).toBe('2');
});

test('X5 the linter says when the parts by role exceed the standard under a fixed total', () => {
  const greedy = { ...solved, points: '2' };
  const codes = (split: 'fixedTotal' | 'each', event: NamedEvent) =>
    lintRuleSet({
      ...rules,
      matters: { split },
      modules: ruleSetOf([item('p', [indicator('x', { family: 'occurrence', events: [event] })])]).modules,
    })
      .map(({ code }) => code)
      .filter((code) => code === 'roleSplitExceeds');
  expect(codes('fixedTotal', greedy)).toEqual(['roleSplitExceeds']);
  expect(codes('fixedTotal', solved)).toEqual([]);
  expect(codes('each', greedy)).toEqual([]);
});

test('P2 roles are coded once and rest on clauses that are there', () => {
  const twice = [...roles, { code: 'lead', name: '又一个', goesTo: 'named', clause: '无' } as const];
  expect(checkRuleSet({ ...rules, roles: twice }).map(({ code, path }) => `${code} ${path}`)).toEqual([
    'codeDuplicate roles[4].code',
    'clauseUnknown roles[4].clause',
  ]);
});

test('P2 a role that goes to nobody by itself gives a name and makes no entry of its own', () => {
  const blamed: NamedEvent = {
    ...solved,
    points: '-3',
    byRole: [
      { role: 'unit', points: '-1' },
      { role: 'supervisor', points: '-0.5' },
    ],
  };
  const named = { roles: [...roles, { code: 'supervisor', name: '分管领导' }] };
  const rolesOf = (of: { readonly roles: readonly RoleRule[] }) =>
    shareMatter(of, blamed, alone).map(({ subject, role }) => [subject, role?.code ?? null]);
  expect(rolesOf(named)).toEqual([
    ['a', null],
    ['u', 'unit'],
  ]);
  expect(rolesOf(named)).toEqual(rolesOf({ roles }));
});

test('P2 a role without a name is told, one that the paper names in its own words is not', () => {
  const event = (role: string): NamedEvent => ({ ...solved, byRole: [{ role, points: '1' }] });
  const found = (role: string, known: readonly RoleRule[]) =>
    lintRuleSet({
      ...ruleSetOf([item('p', [indicator('x', { family: 'occurrence', events: [event(role)] })])]),
      roles: known,
    }).filter(({ code }) => code === 'roleUnnamed');
  expect(found('supervisor', roles)).toMatchObject([{ words: ['supervisor'] }]);
  expect(found('supervisor', [{ code: 'supervisor', name: '分管领导' }])).toEqual([]);
  expect(found('分管领导', roles)).toEqual([]);
});
