import { expect, test } from 'vitest';
import {
  entry,
  evaluated,
  factsOf,
  indicator,
  item,
  resultOf,
  ruleSetOf,
  textOf,
  unit,
} from '../test-support/small-rule-set.ts';
import { evaluate } from './evaluate.ts';
import { toPlain } from './evaluation-json.ts';
import type { FactEntry, Facts } from './facts.ts';
import type { NamedEvent } from './scoring.ts';

const events: readonly NamedEvent[] = [
  { code: 'minus', name: '扣', points: '-1' },
  { code: 'plus', name: '加', points: '1' },
];
const own = indicator('x', { family: 'occurrence', events });
const rules = ruleSetOf([
  item('p', [own, indicator('y', { family: 'occurrence', events })], { marks: '10' }),
]);
const act = (subject: string, id: string, more: Partial<FactEntry> = {}) =>
  entry('x', { id, subject, event: 'minus', ...more });
const people = ['zz', 'mm', 'aa'].map((id) => unit(id));

test('§15 an evaluation names its rule set, its period, and everybody by id, ranked or not', () => {
  const facts = factsOf([act('zz', '1')], { subjects: [...people, unit('bb', { status: 'exempt' })] });
  const { ruleSet, period, subjects } = evaluated(rules, facts);
  expect(ruleSet).toEqual({ id: 'small', version: '1' });
  expect(period).toEqual(facts.period);
  expect(subjects.map(({ subject, rank }) => [subject, rank])).toEqual([
    ['aa', 1],
    ['bb', null],
    ['mm', 1],
    ['zz', 3],
  ]);
});

test('X1 traces are kept for all, for none, or for those who were named', () => {
  const facts = factsOf([act('zz', '1')], { subjects: people });
  const traced = (traces?: 'all' | 'none' | readonly string[]) => {
    const result = evaluate({ ruleSet: rules, facts, ...(traces === undefined ? {} : { traces }) });
    if (!result.ok) throw new Error('refused');
    return result.value.subjects.map(({ trace, entries }) => [trace !== null, entries?.length ?? null]);
  };
  const all = [
    [true, 0],
    [true, 0],
    [true, 1],
  ];
  const none = [
    [false, null],
    [false, null],
    [false, null],
  ];
  expect([traced(), traced('all'), traced('none'), traced([])]).toEqual([all, all, none, none]);
  expect(traced(['mm'])).toEqual([
    [false, null],
    [true, 0],
    [false, null],
  ]);
});

test('§3 warnings come by subject, then by what they say', () => {
  const mixed = (subject: string, matter: string, id: string) => [
    act(subject, `${id}-`, { matter }),
    act(subject, `${id}+`, { matter, event: 'plus' }),
  ];
  const entries = [...mixed('zz', 'b', '1'), ...mixed('zz', 'a', '2'), ...mixed('aa', 'c', '3')];
  const { warnings } = evaluated(rules, factsOf(entries, { subjects: people }));
  expect(warnings.map(({ subject, message }) => [subject, message.slice(2, 5)])).toEqual([
    ['aa', '“c”'],
    ['zz', '“a”'],
    ['zz', '“b”'],
  ]);
});

test('§1 what an exemption leaves alone: other matters, other subjects, other indicators', () => {
  const entries = [
    act('mm', '1', { matter: 'n' }),
    act('mm', '2', { matter: 'n', quantity: '3' }),
    entry('y', { id: '3', subject: 'mm', event: 'minus', quantity: '5', matter: 'n' }),
    entry('y', { id: '4', subject: 'mm', kind: 'exemption', reason: '未开展' }),
    entry('y', { id: '5', subject: 'zz', event: 'minus', matter: 'n' }),
    act('zz', '6', { matter: 'o' }),
  ];
  const evaluation = evaluated(rules, factsOf(entries, { subjects: people }));
  expect(toPlain(resultOf(evaluation, 'mm').entries)).toEqual([
    { id: '1', indicator: 'x', points: '-1', counted: '0', standsIn: '2' },
    { id: '2', indicator: 'x', points: '-3', counted: '-3' },
    { id: '3', indicator: 'y', points: '-5', counted: '0' },
  ]);
  expect(toPlain(resultOf(evaluation, 'zz').entries)).toMatchObject([
    { id: '5', counted: '-1' },
    { id: '6', counted: '-1' },
  ]);
  expect(resultOf(evaluation, 'zz').indicators.map(({ score }) => textOf(score))).toEqual(['-1', '-1']);
});

test('§15 an entry before its reversal, and what a later subject has, are kept apart', () => {
  const facts = factsOf(
    [
      act('aa', '2'),
      entry('x', { id: '3', subject: 'aa', kind: 'reversal', reverses: '2' }),
      act('aa', '1', { kind: 'adjustment', points: '-0.5', reason: '复议' }),
      act('mm', '4', { quantity: '2' }),
    ],
    { subjects: people },
  );
  const evaluation = evaluated(rules, facts);
  expect(evaluation.subjects.map(({ score }) => textOf(score))).toEqual(['9.5', '8', '10']);
  expect(toPlain(resultOf(evaluation, 'aa').entries)).toEqual([
    { id: '1', indicator: 'x', points: '-0.5', counted: '-0.5' },
    { id: '2', indicator: 'x', points: '0', counted: '0', reversedBy: '3' },
  ]);
});

test('§15 many wrong facts are told at once, beside sound ones', () => {
  const more: Partial<Facts> = {
    targets: [
      { subject: 'nobody', indicator: 'x', quantity: '1' },
      { subject: 'aa', indicator: 'nothing', quantity: '1' },
    ],
    priorMatters: [
      { subject: 'nobody', matter: 'm', addition: '1' },
      { subject: 'aa', matter: 'm', addition: '1' },
    ],
    matterDecisions: [{ subject: 'nobody', matter: 'm', keep: '1' }],
  };
  const result = evaluate({
    ruleSet: rules,
    facts: factsOf([act('nobody', '1')], { subjects: people, ...more }),
  });
  expect(result.ok ? [] : result.refusals.map(({ path }) => path)).toEqual([
    'entries[1].subject',
    'targets[0].subject',
    'targets[1].indicator',
    'priorMatters[0].subject',
    'matterDecisions[0].subject',
  ]);
});

test('§14 a target of one’s own comes before the rule’s, with its day', () => {
  const task = ruleSetOf([item('p', [indicator('t', { family: 'target', short: '-1', target: '5' })])]);
  const measure = entry('t', { kind: 'measure', quantity: '3', at: '2026-09-20' });
  const of = (more: Partial<Facts>) => textOf(resultOf(evaluated(task, factsOf([measure], more))).score);
  const target = { subject: 'a', indicator: 't', quantity: '4' };
  expect(of({})).toBe('-2');
  expect(of({ targets: [target] })).toBe('-1');
  expect(of({ targets: [{ ...target, dueOn: '2026-09-20' }] })).toBe('-1');
  expect(of({ targets: [{ ...target, dueOn: '2026-09-19' }] })).toBe('-4');
});

test('§1 exempt, not applicable and not scored are told apart at every level', () => {
  const officers = { subjects: { kinds: ['officer'] } } as const;
  const of = (more: Partial<typeof own>, entries: readonly FactEntry[]) => {
    const ruleSet = ruleSetOf([item('p', [{ ...own, ...more }], { marks: '5' })]);
    const { score, modules, items, indicators } = resultOf(evaluated(ruleSet, factsOf(entries)));
    return [score, modules[0]?.score, items[0]?.score, indicators[0]?.score].map(textOf);
  };
  const exemption = entry('x', { kind: 'exemption', reason: '未开展' });
  expect(of({}, [exemption])).toEqual(['exempt', 'exempt', 'exempt', 'exempt']);
  const none = 'notApplicable';
  expect(of(officers, [])).toEqual([none, none, none, none]);
  const open = 'notScored';
  expect(of({ scoring: { family: 'imported' } }, [])).toEqual([open, open, open, open]);
});
