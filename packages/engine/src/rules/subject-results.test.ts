import { expect, test } from 'vitest';
import {
  entry,
  evaluated,
  factsOf,
  indicator,
  item,
  resultOf,
  ruleSetOf,
  unit,
} from '../test-support/small-rule-set.ts';
import { resultWithTrace } from '../test-support/whole-trace.ts';
import { toPlain } from './evaluation-json.ts';
import type { FactEntry, Facts } from './facts.ts';
import type { RuleSet } from './rule-set.ts';
import type { NamedEvent } from './scoring.ts';

const events: readonly NamedEvent[] = [
  { code: 'minus', name: '扣', points: '-1' },
  { code: 'plus', name: '加', points: '1' },
];
const rules = ruleSetOf([
  item(
    'p',
    [
      indicator('x', { family: 'occurrence', events }, { marks: '6' }),
      indicator('r', { family: 'ratio', target: '10' }, { marks: '4' }),
    ],
    { marks: '10' },
  ),
  item('q', [indicator('y', { family: 'occurrence', events })]),
]);
const take = (code: string, id: string, quantity: string, more: Partial<FactEntry> = {}) =>
  entry(code, { id, event: 'minus', quantity, ...more });
const measure = (quantity: string) => entry('r', { id: 'm', kind: 'measure', quantity });

function result(entries: readonly FactEntry[], more: Partial<Facts> = {}, own: RuleSet = rules) {
  const { trace: _, ...rest } = resultWithTrace(own, factsOf(entries, more));
  return toPlain(rest);
}

test('§1 the whole result of one subject: scores of every part, additions, deductions, what was measured', () => {
  const entries = [
    take('x', 'a1', '2'),
    entry('y', { id: 'a2', event: 'plus', quantity: '3' }),
    measure('5'),
    entry('r', { id: 'a3', kind: 'adjustment', points: '0.25', reason: '复议' }),
    entry('y', { id: 'a4', kind: 'adjustment', points: '-0.5', reason: '复议' }),
  ];
  const outcome = (id: string, code: string, points: string) => ({
    id,
    indicator: code,
    points,
    counted: points,
  });
  const scored = (value: string) => ({ state: 'scored', value });
  expect(result(entries)).toEqual({
    subject: 'a',
    kind: 'unit',
    code: 'a',
    score: scored('8.75'),
    unrounded: '8.75',
    known: { value: '8.75', ofMarks: '10' },
    missing: [],
    rank: 1,
    additions: '3.25',
    deductions: '4.5',
    modules: [{ code: 'm', score: scored('8.75') }],
    items: [
      { code: 'p', score: scored('6.25') },
      { code: 'q', score: scored('2.5') },
    ],
    indicators: [
      { code: 'x', score: scored('4'), measured: null },
      { code: 'r', score: scored('2.25'), measured: '0.5' },
      { code: 'y', score: scored('2.5'), measured: null },
    ],
    effects: [],
    entries: [
      outcome('a1', 'x', '-2'),
      outcome('a2', 'y', '3'),
      outcome('a3', 'r', '0.25'),
      outcome('a4', 'y', '-0.5'),
    ],
  });
});

test('§1 what is missing is named, and how much is known of how many marks', () => {
  expect(result([take('x', 'a1', '2')])).toMatchObject({
    score: { state: 'notScored' },
    unrounded: null,
    known: { value: '4', ofMarks: '6' },
    missing: ['r'],
    rank: null,
    items: [
      { code: 'p', score: { state: 'notScored' } },
      { code: 'q', score: { state: 'scored', value: '0' } },
    ],
    modules: [{ code: 'm', score: { state: 'notScored' } }],
  });
});

test('§7 whoever is exempt or not scored has no numbers at all', () => {
  for (const status of ['exempt', 'notScored'] as const) {
    expect(result([take('x', 'a1', '2')], { subjects: [unit('a', { status })] })).toEqual({
      subject: 'a',
      kind: 'unit',
      code: 'a',
      score: { state: status },
      unrounded: null,
      known: { value: '0', ofMarks: '0' },
      missing: [],
      rank: null,
      additions: '0',
      deductions: '0',
      modules: [],
      items: [],
      indicators: [],
      effects: [],
      entries: [],
    });
  }
});

test('P13 what became of each entry: reversed, standing for another, exempted', () => {
  const entries = [
    measure('10'),
    take('x', 'b2', '1'),
    entry('x', { id: 'b3', kind: 'reversal', reverses: 'b2' }),
    take('y', 'b4', '1', { matter: 'n' }),
    take('y', 'b1', '2', { matter: 'n' }),
  ];
  expect(result(entries)).toMatchObject({
    entries: [
      { id: 'b1', points: '-2', counted: '-2' },
      { id: 'b2', indicator: 'x', points: '0', counted: '0', reversedBy: 'b3' },
      { id: 'b4', points: '-1', counted: '0', standsIn: 'b1' },
    ],
  });
  const late = entry('y', { id: 'z2', kind: 'exemption', reason: '后', at: '2026-09-09' });
  const early = entry('y', { id: 'z1', kind: 'exemption', reason: '先' });
  for (const both of [
    [late, early],
    [early, late],
  ]) {
    const { trace } = resultOf(evaluated(rules, factsOf([...entries, ...both])));
    expect(trace?.children[0]?.children[1]?.children[0]).toMatchObject({
      facts: { reason: '先' },
      entries: ['z1'],
    });
  }
  expect(result([...entries, early])).toMatchObject({
    entries: [
      { id: 'b1', points: '-2', counted: '0' },
      { id: 'b2', reversedBy: 'b3' },
      { id: 'b4', points: '-1', counted: '0' },
    ],
  });
});

test('§3 what an exempted indicator holds does not stand for anything else', () => {
  const entries = [
    measure('10'),
    take('x', 'c1', '1', { matter: 'n' }),
    take('y', 'c2', '2', { matter: 'n' }),
  ];
  expect(result(entries)).toMatchObject({ entries: [{ id: 'c1', counted: '0', standsIn: 'c2' }, {}] });
  const exemption = entry('y', { id: 'z', kind: 'exemption', reason: '未开展' });
  expect(result([...entries, exemption])).toMatchObject({
    entries: [
      { id: 'c1', counted: '-1' },
      { id: 'c2', counted: '0' },
    ],
  });
});

test('§9 effects come in the order of their sources, with the clause of their indicator', () => {
  const own = ruleSetOf(
    [
      item('p', [
        indicator('v', { family: 'effectOnly', effect: { kind: 'noGrade' } }),
        indicator('w', { family: 'effectOnly', effect: { kind: 'rankLast', clause: 'd' } }),
      ]),
    ],
    {
      clauses: [
        { id: 'c', text: '甲' },
        { id: 'd', text: '乙' },
      ],
    },
  );
  const entries = [entry('v', { id: 'e3' }), entry('w', { id: 'e1' })];
  const effects = [{ subject: 'a', id: 'e2', kind: 'manualReview' as const }];
  expect(result(entries, { effects }, own)).toMatchObject({
    effects: [
      { kind: 'rankLast', source: 'e1', indicator: 'w', clause: 'd' },
      { kind: 'manualReview', source: 'e2' },
      { kind: 'noGrade', source: 'e3', indicator: 'v', clause: 'c' },
    ],
  });
});

test('§2 repeats are counted in time, one matter once, for each subject by itself', () => {
  const repeat = {
    code: 'again',
    name: '再次',
    factor: '2',
    when: { kind: 'repeat', withinDays: 3 },
  } as const;
  const own = ruleSetOf([
    item('p', [
      indicator('x', { family: 'occurrence', events: events.slice(0, 1) }, { multipliers: [repeat] }),
      indicator('s', { family: 'escalation', steps: [{ points: '-1' }, { points: '-3' }, { points: '-7' }] }),
    ]),
  ]);
  const on = (code: string, id: string, at: string, more: Partial<FactEntry> = {}) =>
    entry(code, { id, at, ...more });
  const entries = [
    on('x', 'd4', '2026-09-08'),
    on('x', 'd1', '2026-09-01'),
    on('x', 'd3', '2026-09-04', { matter: 'n' }),
    on('x', 'd2', '2026-09-03', { matter: 'n' }),
    on('s', 'e3', '2026-09-09'),
    on('s', 'e2', '2026-09-05', { matter: 'o' }),
    on('s', 'e1', '2026-09-02', { matter: 'o' }),
    on('s', 'e4', '2026-09-10'),
  ];
  expect(result(entries, {}, own)).toMatchObject({
    entries: [
      { id: 'd1', points: '-1' },
      { id: 'd2', points: '-2', counted: '-2' },
      { id: 'd3', points: '-2', counted: '0', standsIn: 'd2' },
      { id: 'd4', points: '-1' },
      { id: 'e1', points: '-1', counted: '-1' },
      { id: 'e2', points: '-1', counted: '0', standsIn: 'e1' },
      { id: 'e3', points: '-3' },
      { id: 'e4', points: '-7' },
    ],
  });
});

test('§7 what a measure adds counts as an addition, what it takes as a deduction', () => {
  const own = ruleSetOf([
    item('p', [
      indicator('t', { family: 'target', done: '2', short: '-1', target: '5' }),
      indicator('r', { family: 'ratio', target: '10' }, { marks: '5' }),
    ]),
  ]);
  const of = (done: string, rate: string) =>
    result(
      [
        entry('t', { id: 't', kind: 'measure', quantity: done }),
        entry('r', { id: 'r', kind: 'measure', quantity: rate }),
        entry('t', { id: 'u', kind: 'adjustment', points: '0.5', reason: '复议' }),
        entry('r', { id: 's', kind: 'adjustment', points: '-0.25', reason: '复议' }),
      ],
      {},
      own,
    );
  expect(of('5', '10')).toMatchObject({ additions: '2.5', deductions: '0.25' });
  expect(of('3', '4')).toMatchObject({ additions: '0.5', deductions: '5.25' });
});
