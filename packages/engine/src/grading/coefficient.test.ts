import { expect, test } from 'vitest';

import { explain, leavesSum } from '../explain/explain.ts';
import { exact, toText } from '../kernel/exact-text.ts';
import { Refusals } from '../kernel/refusal.ts';
import type { CoefficientRules } from '../rules/appraisal-rules.ts';
import { evaluate } from '../rules/evaluate.ts';
import type { Evaluation } from '../rules/evaluation.ts';
import type { Subject } from '../rules/facts.ts';
import { NumberReader } from '../rules/number-reader.ts';
import { routineRules } from '../test-support/routine-rules.ts';
import {
  entry,
  evaluated,
  factsOf,
  officer,
  refusalCodes,
  resultOf,
  textOf,
  unit,
} from '../test-support/small-rule-set.ts';
import { coefficientOf, readCoefficients } from './coefficient.ts';

const identities: CoefficientRules['identities'] = [
  { code: 'expert', name: '岗位能手', factor: '1.35', clause: 'k1' },
  { code: 'legal', name: '兼职法制员', factor: '1.2' },
  { code: 'new', name: '新任', factor: '0.85' },
  { code: 'even', name: '标准', factor: '1' },
];
const rules = routineRules({ coefficients: { identities } });
const points = (quantity: string, subject = 'a') => entry('points', { quantity, subject });
const person = (id: string, own: readonly string[] = [], more: Partial<Subject> = {}) =>
  officer(id, { unit: 'u', ...(own.length === 0 ? {} : { identities: own }), ...more });
const run = (subjects: readonly Subject[], coefficients: CoefficientRules = { identities }): Evaluation =>
  evaluated(routineRules({ coefficients }), factsOf([points('81')], { subjects }));
const score = (...own: string[]) => textOf(resultOf(run([person('a', own)])).score);

test('N6 the total is multiplied by the largest of the identities', () => {
  expect(score('legal')).toBe('97.2');
  expect(score('new')).toBe('68.85');
  expect(score('new', 'expert', 'legal')).toBe('109.35');
  expect(score('expert', 'new')).toBe('109.35');
  expect(score()).toBe('81');
  expect(score('even')).toBe('81');
});

test('§5 the coefficient is a step of its own before the one rounding', () => {
  const facts = factsOf([points('80.005')], { subjects: [person('a', ['expert'])] });
  const result = resultOf(evaluated(rules, facts));
  expect(textOf(result.score)).toBe('108.01');
  expect(result.unrounded === null ? '' : toText(result.unrounded)).toBe('108.00675');
  const trace = result.trace;
  if (trace === null) throw new Error('no trace');
  expect(trace.children.map(({ kind }) => kind)).toEqual(['module', 'coefficient', 'rounding']);
  const step = trace.children[1];
  if (step === undefined) throw new Error('no step');
  expect(step).toMatchObject({ clause: 'k1', facts: { identity: '岗位能手', factor: exact('1.35') } });
  expect(explain(trace).map(({ text }) => text)).toContain('乘以系数 1.35（岗位能手）（+28.00175）');
  expect(toText(leavesSum(trace))).toBe('108.01');
  const untraced = evaluate({ ruleSet: rules, facts, traces: 'none' });
  expect(untraced.ok ? textOf(resultOf(untraced.value).score) : '').toBe('108.01');
});

test('§5 a step without its own clause names none', () => {
  const { trace } = resultOf(run([person('a', ['legal'])]));
  expect(trace?.children[1]).toMatchObject({ kind: 'coefficient' });
  expect(trace?.children[1]).not.toHaveProperty('clause');
});

test('N6 without coefficients in the rule set identities mean nothing', () => {
  const facts = factsOf([points('81')], { subjects: [person('a', ['whatever'])] });
  expect(textOf(resultOf(evaluated(routineRules(), facts)).score)).toBe('81');
  expect(evaluated(routineRules(), facts).warnings).toEqual([]);
});

test('N6 an unknown identity is refused, it would silently count as 1', () => {
  const facts = factsOf([], { subjects: [person('a', ['legal', 'expret'])] });
  expect(refusalCodes(rules, facts)).toEqual(['identityUnknown']);
  const result = evaluate({ ruleSet: rules, facts });
  expect(result.ok ? null : result.refusals[0]).toMatchObject({
    path: 'subjects[0].identities',
    message: 'subjects[0].identities 的身份“expret”不在本办法的 coefficients 中，请核对代码',
  });
});

test('§5 a unit whose mean coefficient is outside 1 ± 0.05 is named with the mean', () => {
  const plain = (count: number) => Array.from({ length: count }, (_, i) => person(`p${i}`));
  const warnings = (...subjects: Subject[]) => run([person('a', ['legal']), ...subjects]).warnings;
  expect(warnings(...plain(3))).toEqual([]);
  expect(warnings(...plain(2))).toEqual([
    {
      code: 'coefficientMean',
      subject: 'u',
      entries: [],
      message: '单位“u”的平均系数为 16/15（约 1.07），超出 1 ± 0.05，请核对各人的身份',
    },
  ]);
  expect(run([person('a', ['new'])]).warnings.map(({ message }) => message)).toEqual([
    '单位“u”的平均系数为 0.85，超出 1 ± 0.05，请核对各人的身份',
  ]);
  expect(run([person('a', ['new']), ...plain(2)]).warnings).toEqual([]);
});

test('§5 the mean is of officers of a unit who take part', () => {
  const others = [
    person('b', [], { unit: 'v' }),
    unit('w', { unit: 'u' }),
    person('c', [], { status: 'exempt' }),
    officer('d'),
    person('e'),
  ];
  expect(run([person('a', ['legal']), ...others]).warnings.map(({ message }) => message)).toEqual([
    '单位“u”的平均系数为 1.1，超出 1 ± 0.05，请核对各人的身份',
  ]);
});

test('§5 ⚙mean and ⚙tolerance are the rule set’s', () => {
  const codes = (more: Partial<CoefficientRules>) =>
    run([person('a', ['legal'])], { identities, ...more }).warnings.map(({ code }) => code);
  expect(codes({ tolerance: '0.2' })).toEqual([]);
  expect(codes({ tolerance: '0.19' })).toEqual(['coefficientMean']);
  expect(codes({ mean: '1.15' })).toEqual([]);
  expect(codes({ mean: '1.1' })).toEqual(['coefficientMean']);
});

test('N6 the table is read once; an identity it does not have brings nothing', () => {
  const table = readCoefficients({ identities }, new NumberReader(new Refusals()));
  expect(table?.get('legal')).toStrictEqual({ factor: exact('1.2'), name: '兼职法制员' });
  expect(coefficientOf(table, { identities: ['none', 'legal', 'none'] })?.name).toBe('兼职法制员');
  expect(coefficientOf(table, { identities: ['none'] })).toBeNull();
  expect(coefficientOf(table, {})).toBeNull();
  expect(coefficientOf(null, { identities: ['legal'] })).toBeNull();
  const twin = readCoefficients(
    { identities: [...identities, { code: 'twin', name: '另一种', factor: '1.20' }] },
    new NumberReader(new Refusals()),
  );
  expect(coefficientOf(twin, { identities: ['twin', 'legal'] })?.name).toBe('另一种');
});
