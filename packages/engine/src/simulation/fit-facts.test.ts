import { expect, test } from 'vitest';
import type { FactEntry, Facts } from '../rules/facts.ts';
import type { Indicator, RuleSet } from '../rules/rule-set.ts';
import type { Scoring } from '../rules/scoring.ts';
import { factsOf, indicator, item, officer, ruleSetOf, unit } from '../test-support/small-rule-set.ts';
import { fitFacts, MISFIT_WORDS } from './fit-facts.ts';

const two: Scoring = {
  family: 'occurrence',
  events: [
    { code: 'late', name: '迟到', points: '-1', byRole: [{ role: 'leader', points: '-0.5' }] },
    { code: 'away', name: '离岗', points: '-2' },
  ],
};
const one: Scoring = { family: 'occurrence', events: [{ code: 'late', name: '迟到', points: '-1' }] };

function rulesWith(scoring: Scoring, more: Partial<Indicator> = {}, own: Partial<RuleSet> = {}): RuleSet {
  return ruleSetOf([item('p', [indicator('x', scoring, more)])], own);
}
function fact(id: string, more: Partial<FactEntry> = {}): FactEntry {
  return { id, subject: 'a', indicator: 'x', kind: 'event', at: '2026-09-01', ...more };
}
const fitted = (rules: RuleSet, entries: readonly FactEntry[], more: Partial<Facts> = {}) =>
  fitFacts(rules, factsOf(entries, more));
const outcome = (rules: RuleSet, ...entries: FactEntry[]) => {
  const { facts, dropped } = fitted(rules, entries);
  return [facts.entries.map(({ id }) => id), dropped];
};

test('X2 what still fits is kept as it is', () => {
  const entry = fact('e1', { event: 'late', role: 'leader' });
  const { facts, dropped } = fitted(rulesWith(two), [entry]);
  expect(facts.entries).toEqual([entry]);
  expect(dropped).toEqual([]);
});

test.each<readonly [string, RuleSet, FactEntry, string]>([
  ['an indicator that is gone', rulesWith(two), fact('e', { indicator: 'old' }), 'indicatorGone'],
  ['an event that is gone', rulesWith(one), fact('e', { event: 'away' }), 'eventGone'],
  ['an unnamed event where there are several now', rulesWith(two), fact('e'), 'eventGone'],
  ['a role that is gone', rulesWith(one), fact('e', { role: 'leader' }), 'roleGone'],
  ['a role of another event', rulesWith(two), fact('e', { event: 'away', role: 'leader' }), 'roleGone'],
  [
    'an event for a measure',
    rulesWith({ family: 'ratio', target: '2' }, { marks: '5' }),
    fact('e'),
    'otherFamily',
  ],
  ['a measure for an event', rulesWith(one), fact('e', { kind: 'measure', quantity: '1' }), 'otherFamily'],
  [
    'a unit where only officers count',
    rulesWith(one, { subjects: { kinds: ['officer'] } }),
    fact('e'),
    'notForSubject',
  ],
  [
    'a group that votes no more',
    rulesWith(
      { family: 'assessment', full: '100', groups: [{ code: 'g', name: '同事', weight: '1' }] },
      { marks: '10' },
    ),
    fact('e', { kind: 'vote', group: 'h', quantity: '90' }),
    'roleGone',
  ],
])('X2 %s is dropped and counted', (_what, rules, entry, misfit) => {
  expect(outcome(rules, entry)).toEqual([[], [{ indicator: entry.indicator, misfit, entries: 1 }]]);
  expect(MISFIT_WORDS).toHaveProperty(misfit);
});

test('X2 an unnamed event fits the only one there is, a vote its group', () => {
  expect(outcome(rulesWith(one), fact('e'))).toEqual([['e'], []]);
  const groups = [{ code: 'g', name: '同事', weight: '1' }];
  const votes = rulesWith({ family: 'assessment', full: '100', groups }, { marks: '10' });
  expect(outcome(votes, fact('e', { kind: 'vote', group: 'g', quantity: '90' }))).toEqual([['e'], []]);
});

test('X2 decisions and exemptions fit every family; a subject that is not on the list is left to the evaluation', () => {
  const measured = rulesWith({ family: 'ratio', target: '2' }, { marks: '5' });
  expect(
    outcome(measured, fact('e', { kind: 'adjustment', points: '1' }), fact('f', { kind: 'exemption' })),
  ).toEqual([['e', 'f'], []]);
  expect(
    outcome(rulesWith(one, { subjects: { kinds: ['officer'] } }), fact('e', { subject: 'nobody' })),
  ).toEqual([['e'], []]);
});

test('X2 a reversal goes with what it reversed', () => {
  const [gone, reversal] = [fact('e', { event: 'away' }), fact('r', { kind: 'reversal', reverses: 'e' })];
  expect(outcome(rulesWith(one), gone, reversal, fact('k'))).toEqual([
    ['k'],
    [
      { indicator: 'x', misfit: 'eventGone', entries: 1 },
      { indicator: 'x', misfit: 'reversedGone', entries: 1 },
    ],
  ]);
  const kept = [fact('k'), fact('r', { kind: 'reversal', reverses: 'k' })];
  expect(outcome(rulesWith(one), ...kept)).toEqual([['k', 'r'], []]);
});

test('X2 misfits are counted by indicator and reason', () => {
  const entries = [
    fact('e1', { event: 'away' }),
    fact('e2', { event: 'away' }),
    fact('e3', { indicator: 'old' }),
  ];
  expect(outcome(rulesWith(one), ...entries)[1]).toEqual([
    { indicator: 'x', misfit: 'eventGone', entries: 2 },
    { indicator: 'old', misfit: 'indicatorGone', entries: 1 },
  ]);
});

test('X2 multipliers that are gone are left off; the event still counts', () => {
  const multipliers = [{ code: 'self', name: '自查', factor: '0.5' }];
  const rules = rulesWith(one, { multipliers });
  const entries = [fact('e', { multipliers: ['self', 'above'] }), fact('f', { multipliers: ['self'] })];
  expect(fitted(rules, entries).facts.entries.map((entry) => entry.multipliers)).toEqual([
    ['self'],
    ['self'],
  ]);
  expect(fitted(rulesWith(one), entries).facts.entries.map((entry) => entry.multipliers)).toEqual([[], []]);
});

test('X2 side facts that name what is gone are left out', () => {
  const rules = rulesWith(
    one,
    {},
    {
      coefficients: { identities: [{ code: 'front', name: '一线', factor: '1.1' }] },
      statuses: [
        {
          code: 'study',
          name: '学习',
          cycle: { grader: 'ownUnit', outcome: 'graded' },
          year: { grader: 'ownUnit', outcome: 'graded' },
        },
      ],
      sanctions: [{ code: 'warning', name: '警告', effects: [{ year: 0, effect: { kind: 'noGrade' } }] }],
    },
  );
  const { facts } = fitted(rules, [fact('gone', { event: 'away' })], {
    subjects: [officer('a', { identities: ['front', 'rear'] }), unit('b')],
    targets: [
      { subject: 'a', indicator: 'x', quantity: '1' },
      { subject: 'a', indicator: 'old', quantity: '1' },
    ],
    matterDecisions: [
      { subject: 'a', matter: 'm', keep: 'gone' },
      { subject: 'a', matter: 'n', keep: 'kept' },
    ],
    effects: [
      { id: 'f1', subject: 'a', kind: 'zeroItem', item: 'p' },
      { id: 'f2', subject: 'a', kind: 'zeroItem', item: 'q' },
      { id: 'f3', subject: 'a', kind: 'rankLast' },
    ],
    statuses: [
      { subject: 'a', status: 'study' },
      { subject: 'a', status: 'lent' },
    ],
    sanctions: [
      { id: 's1', subject: 'a', sanction: 'warning', on: '2026-09-01' },
      { id: 's2', subject: 'a', sanction: 'demerit', on: '2026-09-01' },
    ],
  });
  expect(facts.subjects.map(({ identities }) => identities)).toEqual([['front'], undefined]);
  expect(facts.targets?.map(({ indicator: code }) => code)).toEqual(['x']);
  expect(facts.matterDecisions?.map(({ keep }) => keep)).toEqual(['kept']);
  expect(facts.effects?.map(({ id }) => id)).toEqual(['f1', 'f3']);
  expect(facts.statuses?.map(({ status }) => status)).toEqual(['study']);
  expect(facts.sanctions?.map(({ id }) => id)).toEqual(['s1']);
  expect(fitFacts(rules, factsOf([])).facts).toMatchObject({
    targets: [],
    effects: [],
    statuses: [],
    sanctions: [],
  });
});
