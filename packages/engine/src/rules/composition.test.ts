import { expect, test } from 'vitest';
import {
  entry,
  evaluated,
  factsOf,
  indicator,
  item,
  resultOf,
  ruleSetOf,
  scoreText,
  textOf,
} from '../test-support/small-rule-set.ts';
import { checkRuleSet } from './check-rule-set.ts';
import type { FactEntry } from './facts.ts';
import type { Module, RuleSet } from './rule-set.ts';

const common = item(
  'common',
  [
    indicator(
      'base',
      { family: 'deductFromFull', events: [{ code: 'flaw', name: '问题', points: '-1' }] },
      { marks: '100' },
    ),
  ],
  { marks: '100' },
);
const own = item('own', [indicator('monthly', { family: 'imported', combine: 'mean' }, { marks: '100' })], {
  marks: '100',
});
const bonus = item('bonus', [
  indicator('honour', { family: 'occurrence', events: [{ code: 'point', name: '激励', points: '1' }] }),
]);
const modules = (wc: string, wi: string): readonly Module[] => [
  { code: 'c', name: '共性', weight: wc, items: [common] },
  { code: 'i', name: '个性', weight: wi, items: [own] },
  { code: 'b', name: '激励', high: '5', items: [bonus] },
];
const rules = (list: readonly Module[]): RuleSet =>
  ruleSetOf([], { mode: 'percentage', totalMarks: '100', modules: list });
const month = (at: string, quantity?: string): FactEntry =>
  entry('monthly', { kind: 'score', at, ...(quantity === undefined ? {} : { quantity }) });
const cycle = (...scores: readonly (string | undefined)[]) => [
  entry('base', { quantity: '8' }),
  entry('honour', { quantity: '6.5' }),
  ...scores.map((score, at) => month(`2026-0${at + 7}-28`, score)),
];

test('§5 common 92, months 88 / 90.5 / 95, 40 % / 60 %, bonus 6.5 capped at 5 make exactly 96.5', () => {
  const result = resultOf(evaluated(rules(modules('40%', '60%')), factsOf(cycle('88', '90.5', '95'))));
  expect(textOf(result.score)).toBe('96.5');
  expect(result.modules.map(({ score }) => textOf(score))).toEqual(['36.8', '54.7', '5']);
});

test('§5 months without a score are left out of the mean: 88 and 95 make 91.5', () => {
  const result = resultOf(evaluated(rules(modules('40%', '60%')), factsOf(cycle('88', undefined, '95'))));
  expect(textOf(result.items[1]?.score)).toBe('91.5');
  expect(textOf(result.score)).toBe('96.7');
});

test('§5 the total may pass 100 through the bonus', () => {
  const full = [month('2026-07-28', '100'), entry('honour', { quantity: '3' })];
  expect(scoreText(rules(modules('40%', '60%')), factsOf(full))).toBe('103');
});

test('§5 weights must make the declared total; the refusal names them and the difference', () => {
  expect(checkRuleSet(rules(modules('2/5', '0.6')))).toEqual([]);
  expect(checkRuleSet(rules(modules('40%', '50%')))).toEqual([
    {
      code: 'marksDoNotSum',
      path: 'totalMarks',
      message:
        '各项目分值合计 90 分（共性 100 × 40% + 个性 100 × 50%），与声明的总分 100 分不符，还差 10 分，请核对分值',
    },
  ]);
  const [first, second] = modules('40%', '60%');
  if (first === undefined || second === undefined) throw new Error('no modules');
  const { weight: _, ...whole } = second;
  expect(checkRuleSet(rules([first, whole]))[0]?.message).toContain('（共性 100 × 40% + 个性 100 × 1）');
  expect(checkRuleSet(rules([whole, { ...whole, code: 'x', items: [common] }]))[0]?.message).toContain(
    '合计 200 分，与声明的总分',
  );
});

test('§5 a weight is above zero, a module’s bounds stand in order', () => {
  const [first, second, third] = modules('140%', '-40%');
  if (first === undefined || second === undefined || third === undefined) throw new Error('no modules');
  const faults = (...list: Module[]) => checkRuleSet(rules(list)).map(({ code, path }) => `${code} ${path}`);
  expect(faults(first, second, third)).toEqual(['weightNotPositive modules[1].weight']);
  expect(checkRuleSet(rules([first, second]))[0]?.message).toBe('模块“个性”的权重应大于 0，例如 40%');
  const sound = modules('40%', '60%').slice(0, 2);
  expect(faults(...sound, { ...third, weight: '0' })).toEqual(['weightNotPositive modules[2].weight']);
  expect(faults(...sound, { ...third, low: '6' })).toEqual(['boundsReversed modules[2].low']);
  expect(faults(...sound, { ...third, low: '5' })).toEqual([]);
});
