import { expect, test } from 'vitest';
import { evaluate } from '../rules/evaluate.ts';
import type { Facts } from '../rules/facts.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import {
  entry,
  evaluated,
  factsOf,
  indicator,
  item,
  officer,
  resultOf,
  ruleSetOf,
} from '../test-support/small-rule-set.ts';
import { explainIndicator, sentencesOf } from './explain.ts';
import { explainSubject } from './explain-subject.ts';

const rules = ruleSetOf(
  [
    item(
      'p',
      [
        indicator(
          'x',
          { family: 'deductFromFull', events: [{ code: 'e', name: '瑕疵', points: '-6', unit: '处' }] },
          { name: '案卷评查', marks: '100' },
        ),
        indicator(
          'seen',
          { family: 'effectOnly', effect: { kind: 'gradeCeiling', grade: '一般' } },
          { name: '督察通报' },
        ),
        indicator(
          'bar',
          { family: 'effectOnly', effect: { kind: 'noCommendation', months: 6 } },
          { name: '违纪' },
        ),
      ],
      { name: '执法质量', marks: '100' },
    ),
  ],
  {
    name: '办法',
    mode: 'percentage',
    totalMarks: '100',
    clauses: [
      { id: 'c', text: '条款原文' },
      { id: 'g', text: '等次' },
    ],
    grading: {
      grades: [
        { code: 'good', name: '好', from: '90', clause: 'g' },
        { code: 'plain', name: '一般', from: '60' },
        { code: 'poor', name: '较差' },
      ],
    },
    redLine: { below: '60', task: '书面检查', dueWorkingDays: 5, clause: 'g' },
  },
);
const people = { subjects: [officer('a')] };

function lines(facts: Facts, ruleSet: RuleSet = rules) {
  const evaluation = evaluated(ruleSet, facts);
  return explainSubject(ruleSet, evaluation, resultOf(evaluation));
}

test('X1 §9 the grade is told after the score, each step with its clause below', () => {
  const told = lines(factsOf([entry('x'), entry('seen', { id: 'n1' })], people));
  expect(told.filter((line) => line.sentence).map((line) => line.text)).toEqual([
    '办法 100 分：执法质量 94 分，得 94 分',
    '执法质量 100 分：案卷评查扣 6 分（1 处瑕疵 ×6），督察通报不计分（1 次督察通报，后果为“等次受限”），得 94 分',
    '等次：94 分，达到“好”的分数线 90；督察通报，等次最高为“一般”；定为“一般”',
  ]);
  expect(told.filter((line) => line.kind === 'gradeStep')).toMatchObject([
    { depth: 1, sentence: false, text: '94 分，达到“好”的分数线 90', value: null, clause: 'g', entryIds: [] },
    { depth: 1, text: '督察通报，等次最高为“一般”', entryIds: ['n1'] },
  ]);
});

test('X1 the red line and a bar on commendations are told with their rules', () => {
  const told = lines(factsOf([entry('x', { quantity: '10' }), entry('bar', { id: 'n2' })], people));
  expect(told.find((line) => line.kind === 'redLine')).toMatchObject({
    sentence: true,
    text: '红线：40 分，低于 60 分，须书面检查，5 个工作日内完成，不另扣分',
    clause: 'g',
  });
  expect(told.find((line) => line.kind === 'commendationBar')).toMatchObject({
    sentence: true,
    text: '评先评优：至2027年3月30日止不得评先评优',
    entryIds: ['n2'],
  });
});

test('X1 without grades, red line and bars only the score is told', () => {
  const { grading: _, redLine: __, ...plain } = rules;
  expect(sentencesOf(lines(factsOf([entry('x')], people), plain))).toEqual([
    '办法 100 分：执法质量 94 分，得 94 分',
    '执法质量 100 分：案卷评查扣 6 分（1 处瑕疵 ×6），得 94 分',
  ]);
});

test('X1 nothing of another person is told', () => {
  const others = factsOf([entry('x', { subject: 'b', quantity: '10' }), entry('bar', { subject: 'b' })], {
    subjects: [officer('a'), officer('b')],
  });
  expect(lines(others).map((line) => line.kind)).not.toContain('redLine');
  expect(lines(others).map((line) => line.kind)).not.toContain('commendationBar');
});

test('X1 who has no trace is told by state, and a score without trace by its number', () => {
  const { grading: _, ...ungraded } = rules;
  const exempt = lines(factsOf([], { subjects: [officer('a', { status: 'exempt' })] }), ungraded);
  expect(exempt).toMatchObject([{ kind: 'total', text: '办法：免于考核', value: null, state: 'exempt' }]);
  const evaluation = evaluate({ ruleSet: ungraded, facts: factsOf([entry('x')], people), traces: 'none' });
  if (!evaluation.ok) throw new Error('refused');
  const [line] = explainSubject(ungraded, evaluation.value, resultOf(evaluation.value));
  expect(line).toMatchObject({ text: '办法：得 94 分', value: '94', state: 'scored', sentence: true });
});

test('X1 one indicator alone is told as the piece it is of its item, with its steps', () => {
  const { trace } = resultOf(evaluated(rules, factsOf([entry('x', { quantity: '2' })], people)));
  if (trace === null) throw new Error('no trace');
  const own = explainIndicator(trace, 'x');
  expect(own.map((line) => [line.depth, line.sentence, line.text])).toEqual([
    [0, true, '案卷评查扣 12 分（2 处瑕疵 ×6）'],
    [1, false, '满分 100 分'],
    [1, false, '2 处瑕疵 ×6，扣 12 分'],
  ]);
  expect(explainIndicator(trace, 'seen').map((line) => line.text)).toEqual(['督察通报：计 0 分']);
  expect(explainIndicator(trace, 'none')).toEqual([]);
});

test('X1 §5 a coefficient is told with the identity it comes from, an effect with what it comes from', () => {
  const { grading: _, redLine: __, ...plain } = rules;
  const skilled = {
    ...plain,
    coefficients: { identities: [{ code: 'k', name: '岗位能手', factor: '1.35' }] },
  };
  const facts = factsOf([entry('x')], { subjects: [officer('a', { identities: ['k'] })] });
  expect(sentencesOf(lines(facts, skilled))[0]).toBe(
    '办法 100 分：执法质量 94 分，乘以系数 1.35（岗位能手）（+32.9），得 126.9 分',
  );
  const zero: RuleSet = {
    ...plain,
    modules: plain.modules.map((module) => ({
      ...module,
      items: module.items.map((each) => ({
        ...each,
        indicators: each.indicators.map((own) =>
          own.code === 'seen'
            ? { ...own, scoring: { family: 'effectOnly', effect: { kind: 'zeroTotal' } } }
            : own,
        ),
      })),
    })),
  };
  expect(sentencesOf(lines(factsOf([entry('seen')], people), zero))[0]).toBe(
    '办法 100 分：执法质量 100 分，因“总分记零分”不得分（依据 督察通报）（-100），得 0 分',
  );
});
