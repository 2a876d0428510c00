import { expect, test } from 'vitest';
import { exact } from '../kernel/exact-text.ts';
import { EXEMPT, NOT_SCORED, type Score, scored } from '../kernel/score.ts';
import { aggregatePeriods } from './aggregate-periods.ts';
import { toPlain } from './evaluation-json.ts';
import type { AggregationRules, RuleSet } from './rule-set.ts';

function year(
  aggregation: AggregationRules,
  values: readonly (string | Score)[],
  rounding?: RuleSet['rounding'],
) {
  const periods = values.map((value, at) => ({
    period: `q${at + 1}`,
    score: typeof value === 'string' ? scored(exact(value)) : value,
  }));
  const rules = rounding === undefined ? { aggregation } : { aggregation, rounding };
  return toPlain(aggregatePeriods(rules, periods));
}
const scoreOf = (value: string, more: object) => ({
  ok: true,
  value: { score: { state: 'scored', value }, unrounded: value, ranked: true, ...more },
});

test('§6 the mean is rounded as the rule set says, the exact value is kept beside it', () => {
  const quarters = ['92.5', '88.25', '95', '90.1'];
  expect(year({ kind: 'mean' }, quarters)).toEqual(scoreOf('91.46', { assessed: 4, unrounded: '91.4625' }));
  expect(year({ kind: 'mean' }, quarters, 'none')).toEqual(scoreOf('91.4625', { assessed: 4 }));
  expect(year({ kind: 'mean' }, quarters, { digits: 0, mode: 'ceil' })).toEqual(
    scoreOf('92', { assessed: 4, unrounded: '91.4625' }),
  );
});

test('§6 ⚙missing: a period without a score is left out, or counts 0; an exempt one is always left out', () => {
  expect(year({ kind: 'mean' }, ['90', NOT_SCORED, '80'])).toEqual(scoreOf('85', { assessed: 2 }));
  expect(year({ kind: 'mean', missing: 'skip' }, ['90', NOT_SCORED, '80'])).toEqual(
    scoreOf('85', { assessed: 2 }),
  );
  expect(year({ kind: 'mean', missing: 'zero' }, ['90', NOT_SCORED])).toEqual(scoreOf('45', { assessed: 2 }));
  expect(year({ kind: 'mean', missing: 'zero' }, ['90', EXEMPT, '70'])).toEqual(
    scoreOf('80', { assessed: 2 }),
  );
  expect(year({ kind: 'sum' }, [NOT_SCORED])).toEqual({
    ok: true,
    value: { score: { state: 'notScored' }, unrounded: null, assessed: 0, ranked: false },
  });
});

test('§6 ⚙minPeriods: two for a mean, one for anything else, unless the rule set says so', () => {
  expect(year({ kind: 'mean' }, ['94'])).toEqual(scoreOf('94', { assessed: 1, ranked: false }));
  expect(year({ kind: 'sum' }, ['94'])).toEqual(scoreOf('94', { assessed: 1 }));
  expect(year({ kind: 'last' }, ['94'])).toEqual(scoreOf('94', { assessed: 1 }));
  expect(year({ kind: 'mean', minPeriods: 1 }, ['94'])).toEqual(scoreOf('94', { assessed: 1 }));
  expect(year({ kind: 'sum', minPeriods: 2 }, ['94'])).toMatchObject({ value: { ranked: false } });
  expect(year({ kind: 'sum', minPeriods: 2 }, ['94', '1'])).toMatchObject({ value: { ranked: true } });
});

test('§6 the sum, the last and the weighted mean', () => {
  expect(year({ kind: 'sum' }, ['3', '-1.5', '2'])).toEqual(scoreOf('3.5', { assessed: 3 }));
  expect(year({ kind: 'last' }, ['80', '85', NOT_SCORED])).toEqual(scoreOf('85', { assessed: 2 }));
  const weights = [
    { period: 'q1', weight: '40%' },
    { period: 'q2', weight: '20%' },
  ];
  expect(year({ kind: 'weighted', weights }, ['90', '60'])).toEqual(scoreOf('80', { assessed: 2 }));
  expect(year({ kind: 'weighted', weights }, [NOT_SCORED, '60'])).toEqual(scoreOf('60', { assessed: 1 }));
});

const noWeight = {
  ok: false,
  refusals: [
    {
      code: 'weightMissing',
      path: 'aggregation.weights',
      message: '按权重汇总时，每个有得分的周期都要写明权重',
    },
  ],
};
test.each<[string, AggregationRules]>([
  ['no weights', { kind: 'weighted' }],
  ['no weight for the period', { kind: 'weighted', weights: [{ period: 'q2', weight: '1' }] }],
  ['a weight that is no number', { kind: 'weighted', weights: [{ period: 'q1', weight: '半' }] }],
  ['weights of nothing', { kind: 'weighted', weights: [{ period: 'q1', weight: '0' }] }],
])('§6 %s: the year is refused', (_name, aggregation) => {
  expect(year(aggregation, ['90'])).toEqual(noWeight);
});

test('§6 how periods become a year is declared, never guessed', () => {
  expect(aggregatePeriods({}, [])).toEqual({
    ok: false,
    refusals: [
      {
        code: 'aggregationMissing',
        path: 'aggregation',
        message: '办法没有写明各周期得分如何汇总，请写 aggregation（sum、mean、weighted 或 last）',
      },
    ],
  });
});
