import { expect, test } from 'vitest';
import { add, ZERO } from '../kernel/exact.ts';
import { toText } from '../kernel/exact-text.ts';
import type { FactEntry, Facts } from '../rules/facts.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { Scoring } from '../rules/scoring.ts';
import {
  entry,
  factsOf,
  indicator,
  item,
  officer,
  ruleSetOf,
  textOf,
} from '../test-support/small-rule-set.ts';
import { simulate } from './simulate.ts';
import type { Simulation, SubjectMove } from './simulation.ts';

const absent = (points: string): Scoring => ({
  family: 'deductFromFull',
  events: [{ code: 'absent', name: '不在位', points, unit: '次' }],
});
const praise: Scoring = { family: 'occurrence', events: [{ code: 'city', name: '市局表扬', points: '2' }] };

interface Wish {
  readonly points?: string;
  readonly marks?: string;
  readonly more?: Partial<RuleSet>;
}
/** 60 marks of duty, 40 of visits, praise on top; grades from 90 and 75. */
function rules({ points = '-1', marks = '60', more = {} }: Wish = {}): RuleSet {
  const rest = String(100 - Number(marks));
  return ruleSetOf(
    [
      item('duty', [indicator('absent', absent(points), { marks })], { marks }),
      item('visits', [indicator('visits', { family: 'ratio', target: '20' }, { marks: rest })], {
        marks: rest,
      }),
      item('bonus', [indicator('praise', praise)]),
    ],
    {
      mode: 'percentage',
      totalMarks: '100',
      appraises: ['officer'],
      grading: {
        grades: [
          { code: 'good', name: '好', from: '90' },
          { code: 'fair', name: '较好', from: '75' },
          { code: 'poor', name: '一般' },
        ],
      },
      ...more,
    },
  );
}
const subjects = ['a', 'b', 'c'].map((id) => officer(id, { unit: id === 'c' ? 'west' : 'east' }));
const measure = (subject: string, quantity: string) =>
  entry('visits', { subject, kind: 'measure', quantity });
const entries: readonly FactEntry[] = [
  entry('absent', { subject: 'a', quantity: '6' }),
  measure('a', '20'),
  measure('b', '18'),
  measure('c', '20'),
  entry('praise', { subject: 'b' }),
];
const past: Facts = factsOf(entries, { subjects });

function tried(newRules: RuleSet, facts: readonly Facts[] = [past], oldRules = rules()): Simulation {
  const result = simulate({ oldRules, newRules, periods: facts });
  if (!result.ok) throw new Error(result.refusals.map(({ message }) => message).join('\n'));
  return result.value;
}
function moveOf(simulation: Simulation, subject: string): SubjectMove {
  const move = simulation.periods[0]?.moves.find((each) => each.subject === subject);
  if (move === undefined) throw new Error(`no move of ${subject}`);
  return move;
}
const standing = ({ before, after }: SubjectMove) =>
  [before, after].map(({ score, rank, grade }) => `${textOf(score)} ${rank} ${grade}`);
const causes = (move: SubjectMove) =>
  move.causes.map(({ change, place, code, amount }) => [change, place, code, toText(amount)]);

test('X2 the same rules move nobody', () => {
  const simulation = tried(rules());
  expect(simulation.changes).toEqual([]);
  expect(simulation.summary).toMatchObject({ subjects: 3, risen: 0, fallen: 0, unchanged: 3, ranksMoved: 0 });
  expect(simulation.summary.gradeFlips).toEqual([]);
});

test('X2 a dearer absence moves who was absent, flips the grade, and is the cause', () => {
  const simulation = tried(rules({ points: '-2' }));
  expect(simulation.changes.map(({ key }) => key)).toEqual(['指标 absent']);
  expect(standing(moveOf(simulation, 'a'))).toEqual(['94 3 好', '88 3 较好']);
  expect(causes(moveOf(simulation, 'a'))).toEqual([['指标 absent', 'indicator', 'absent', '-6']]);
  expect(moveOf(simulation, 'b')).toMatchObject({ difference: ZERO, causes: [] });
  expect(simulation.summary).toMatchObject({ fallen: 1, unchanged: 2 });
  expect(simulation.summary.gradeFlips).toEqual([{ from: '好', to: '较好', count: 1 }]);
  expect(simulation.summary.meanDifference && toText(simulation.summary.meanDifference)).toBe('-2');
});

test('X2 the units’ means before and after', () => {
  const units = tried(rules({ points: '-2' })).units;
  expect(
    units.map((unit) => [unit.unit, unit.subjects, toText(unit.meanBefore), toText(unit.meanAfter)]),
  ).toEqual([
    ['east', 2, '96', '93'],
    ['west', 1, '100', '100'],
  ]);
});

test('X2 marks that move from one item to another are told with each item’s part', () => {
  const simulation = tried(rules({ marks: '50' }));
  const move = moveOf(simulation, 'b');
  expect(standing(move)).toEqual(['98 2 好', '97 2 好']);
  expect(causes(move)).toEqual([
    ['指标 absent', 'indicator', 'absent', '-10'],
    ['指标 visits', 'indicator', 'visits', '9'],
  ]);
});

test('X2 what a clamp takes back belongs to the change below it', () => {
  const more = factsOf([...entries, entry('absent', { subject: 'c', quantity: '50' })], { subjects });
  const move = moveOf(tried(rules({ points: '-2' }), [more]), 'c');
  expect(standing(move)).toEqual(['50 3 一般', '40 3 一般']);
  expect(causes(move)).toEqual([
    ['指标 absent', 'indicator', 'absent', '-50'],
    ['指标 absent', 'item', 'duty', '40'],
  ]);
});

test('X2 under a module of 40 % a dearer absence moves the total by 40 % of it; another weight is a cause of its own', () => {
  const weighted = (points: string, weight: string): RuleSet => ({
    ...rules(),
    modules: [
      {
        code: 'duty',
        name: '勤务',
        weight,
        items: [item('duty', [indicator('absent', absent(points), { marks: '100' })], { marks: '100' })],
      },
      {
        code: 'visits',
        name: '走访',
        weight: `${100 - Number(weight.slice(0, -1))}%`,
        items: [
          item('visits', [indicator('visits', { family: 'ratio', target: '20' }, { marks: '100' })], {
            marks: '100',
          }),
        ],
      },
    ],
  });
  const facts = factsOf(
    entries.filter(({ indicator: code }) => code !== 'praise'),
    { subjects },
  );
  const dearer = moveOf(tried(weighted('-2', '40%'), [facts], weighted('-1', '40%')), 'a');
  expect(standing(dearer)).toEqual(['97.6 2 好', '95.2 2 好']);
  expect(causes(dearer)).toEqual([['指标 absent', 'indicator', 'absent', '-2.4']]);
  const shifted = moveOf(tried(weighted('-1', '50%'), [facts], weighted('-1', '40%')), 'a');
  expect(causes(shifted)).toEqual([
    ['模块 duty', 'module', 'duty', '9.4'],
    ['模块 visits', 'module', 'visits', '-10'],
  ]);
});

test('X2 facts that the new rules have no place for are counted and told, with the change', () => {
  const [first, second] = rules().modules[0]?.items ?? [];
  if (first === undefined || second === undefined) throw new Error('no items');
  const without = { ...rules(), modules: [{ code: 'm', name: '模块', items: [first, second] }] };
  const simulation = tried(without);
  expect(simulation.periods[0]?.dropped).toEqual([
    { indicator: 'praise', change: '指标 praise', reason: '新办法没有这个指标', entries: 1 },
  ]);
  expect(causes(moveOf(simulation, 'b'))).toEqual([['指标 praise', 'indicator', 'praise', '-2']]);
});

test('X2 a new indicator without any past says so and moves nobody', () => {
  const added = indicator('letters', praise);
  const next = rules();
  const [first, ...others] = next.modules[0]?.items ?? [];
  if (first === undefined) throw new Error('no item');
  const items = [{ ...first, indicators: [...first.indicators, added] }, ...others];
  const simulation = tried({ ...next, modules: [{ code: 'm', name: '模块', items }] });
  expect(simulation.periods[0]?.withoutPast).toEqual(['letters']);
  expect(simulation.summary).toMatchObject({ risen: 0, fallen: 0 });
});

test('X2 a stricter line flips grades and moves no points', () => {
  const grades = rules().grading?.grades.map((grade) =>
    grade.code === 'good' ? { ...grade, from: '95' } : grade,
  );
  const simulation = tried(rules({ more: { grading: { grades: grades ?? [] } } }));
  expect(simulation.changes.map(({ key }) => key)).toEqual(['grading']);
  expect(simulation.summary.gradeFlips).toEqual([{ from: '好', to: '较好', count: 1 }]);
  expect(simulation.summary.effects).toEqual([]);
});

test('X2 another rounding is a cause at the total', () => {
  const thirds = factsOf([measure('a', '13.333'), measure('b', '20'), measure('c', '20')], { subjects });
  const move = moveOf(
    tried(rules({ more: { rounding: { digits: 0, mode: 'halfAwayFromZero' } } }), [thirds]),
    'a',
  );
  expect(standing(move)[1]).toBe('87 3 较好');
  expect(causes(move)).toEqual([['general', 'total', null, '0.33']]);
});

test('X2 who is scored under one version only has no difference, and both states are told', () => {
  const next = rules();
  const [duty, visits, bonus] = next.modules[0]?.items ?? [];
  if (duty === undefined || visits === undefined || bonus === undefined) throw new Error('no items');
  const asked = {
    ...visits,
    indicators: [indicator('calls', { family: 'ratio', target: '5' }, { marks: '40' })],
  };
  const simulation = tried({ ...next, modules: [{ code: 'm', name: '模块', items: [duty, asked, bonus] }] });
  const move = moveOf(simulation, 'a');
  expect(move).toMatchObject({
    difference: null,
    causes: [],
    after: { score: { state: 'notScored' }, rank: null },
  });
  expect(simulation.summary).toMatchObject({
    subjects: 3,
    risen: 0,
    fallen: 0,
    unchanged: 0,
    meanDifference: null,
  });
});

test('X2 a period that cannot be computed under the new rules refuses the whole', () => {
  const result = simulate({ oldRules: rules(), newRules: { ...rules(), totalMarks: '90' }, periods: [past] });
  expect(result.ok ? [] : result.refusals.map(({ code }) => code)).toEqual(['marksDoNotSum']);
});

test('X2 the causes of everybody add up to the difference, whatever was changed', () => {
  const changed = [
    rules({ points: '-3' }),
    rules({ marks: '70' }),
    rules({ points: '-0.7', marks: '33', more: { rounding: { digits: 1, mode: 'floor' } } }),
    rules({ more: { coefficients: { identities: [{ code: 'x', name: '一线', factor: '1.1' }] } } }),
  ];
  for (const next of changed) {
    for (const { difference, causes: own } of tried(next).periods[0]?.moves ?? []) {
      expect(toText(own.map(({ amount }) => amount).reduce(add, ZERO))).toBe(toText(difference ?? ZERO));
    }
  }
});
