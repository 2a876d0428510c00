import { expect, test } from 'vitest';
import type { Facts } from '../rules/facts.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import {
  entry,
  evaluated,
  factsOf,
  indicator,
  item,
  resultOf,
  ruleSetOf,
} from '../test-support/small-rule-set.ts';
import { explain } from './explain.ts';

const events = [
  { code: 'flaw', name: '瑕疵', points: '-0.2', unit: '处' },
  { code: 'bad', name: '不合格卷', points: '-2', unit: '份' },
];
const files = indicator('files', { family: 'deductFromFull', events }, { name: '案卷评查', marks: '5' });
const quality = (more = {}) =>
  ruleSetOf([
    item('q', [files, indicator('rest', { family: 'occurrence', events }, { name: '受案', marks: '15' })], {
      name: '执法质量',
      marks: '20',
      ...more,
    }),
  ]);

function lines(ruleSet: RuleSet, facts: Facts) {
  const { trace } = resultOf(evaluated(ruleSet, facts));
  if (trace === null) throw new Error('no trace');
  return explain(trace);
}
const texts = (ruleSet: RuleSet, facts: Facts) => lines(ruleSet, facts).map((line) => line.text);

test('X1 an item says who deducted what and what is left', () => {
  const facts = factsOf([entry('files', { event: 'flaw', quantity: '3' }), entry('files', { event: 'bad' })]);
  expect(texts(quality(), facts)).toContain(
    '执法质量 20 分：案卷评查扣 2.6 分（3 处瑕疵 ×0.2，1 份不合格卷 ×2），得 17.4 分',
  );
});

test('X1 every line carries its value, its entries and its clause, so that a screen can lay it out', () => {
  const facts = factsOf([
    entry('files', { id: 'e-1', event: 'flaw', quantity: '3', by: '法制大队', reason: '缺页' }),
  ]);
  const all = lines(quality(), facts);
  expect(all.find((line) => line.entryIds.includes('e-1'))).toMatchObject({
    kind: 'event',
    depth: 4,
    value: '-0.6',
    text: '3 处瑕疵 ×0.2，扣 0.6 分，理由：缺页',
  });
  expect(all.find((line) => line.code === 'files')).toMatchObject({
    kind: 'indicator',
    clause: 'c',
    value: '4.4',
  });
});

test('X1 a floor, a pointer to the entry that counts, and a rounding are all said', () => {
  const facts = factsOf([entry('rest', { event: 'bad', quantity: '12' })]);
  expect(texts(quality(), facts)).toContain('扣完为止，不计负分（+4）');
  const ladder = ruleSetOf([
    item('b', [
      indicator('l', {
        family: 'ladder',
        events: [
          { code: 'two', name: '表扬', points: '2' },
          { code: 'three', name: '立功', points: '3' },
        ],
      }),
    ]),
  ]);
  const same = factsOf([
    entry('l', { id: 'x1', event: 'two', matter: 'm' }),
    entry('l', { id: 'x2', event: 'three', matter: 'm' }),
  ]);
  expect(lines(ladder, same).find((line) => line.standsIn === 'x2')).toMatchObject({
    value: '0',
    text: '1 次表扬 ×2，同一事项以“立功”计，不重复计',
  });
  const third = ruleSetOf([
    item('r', [indicator('ratio', { family: 'ratio', target: '3' }, { marks: '4' })], { marks: '4' }),
  ]);
  const measured = factsOf([entry('ratio', { kind: 'measure', quantity: '1' })]);
  expect(texts(third, measured).at(-1)).toBe('四舍五入到 2 位小数（-1/300（约 -0.00333））');
});

test('X1 a ratio beyond its target says the real ratio and the ceiling', () => {
  const ratio = ruleSetOf([
    item('r', [indicator('ratio', { family: 'ratio', target: '25', unit: '家次' }, { marks: '10' })], {
      marks: '10',
    }),
  ]);
  const facts = factsOf([entry('ratio', { kind: 'measure', quantity: '37' })]);
  expect(texts(ratio, facts)).toContain(
    '完成 37 家次，目标 25 家次，完成率 148%，按 100% 封顶，×10，得 10 分',
  );
});

test('§1 what is not scored or exempt has no number in its explanation', () => {
  const ratio = ruleSetOf([
    item('r', [indicator('ratio', { family: 'ratio', target: '25' }, { name: '检查', marks: '10' })], {
      marks: '10',
    }),
  ]);
  const all = lines(ratio, factsOf([]));
  expect(all.map((line) => line.value)).toEqual([null, null, null, null]);
  expect(all.at(-1)?.text).toBe('检查 10 分：尚未评分');
});
