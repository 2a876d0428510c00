import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, equals, ZERO } from '../kernel/exact.ts';
import { parseRate } from '../kernel/exact-text.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { TraceNode } from '../rules/trace.ts';
import { entry, factsOf, indicator, item, ruleSetOf } from '../test-support/small-rule-set.ts';
import { events, steps, told, traceOf } from '../test-support/told.ts';
import { entryNames } from './event-words.ts';
import { type ExplainedLine, explain, leavesSum } from './explain.ts';
import { partsSum } from './sentence.ts';

const s4 = ruleSetOf([], {
  name: '平时考核',
  modules: [
    {
      code: 'c',
      name: '共性',
      weight: '40%',
      items: [
        item('c', [indicator('common', { family: 'imported' }, { name: '共性考核' })], { name: '共性指标' }),
      ],
    },
    {
      code: 'i',
      name: '个性',
      weight: '60%',
      items: [
        item('i', [indicator('months', { family: 'imported' }, { name: '月度得分' })], { name: '个性指标' }),
      ],
    },
    {
      code: 'b',
      name: '激励',
      high: '5',
      items: [item('b', [indicator('bonus', events('6.5'), { name: '激励加分' })], { name: '激励指标' })],
    },
  ],
});
const months = (...scores: readonly (string | undefined)[]) =>
  scores.map((quantity) =>
    entry('months', { kind: 'score', ...(quantity === undefined ? {} : { quantity }) }),
  );

test('§5 weights, imported months and a capped bonus are told, and the total is their sum', () => {
  const facts = factsOf([
    entry('common', { kind: 'score', quantity: '92' }),
    ...months('88', '90.5', '95'),
    entry('bonus'),
  ]);
  expect(told(s4, facts)).toEqual([
    '平时考核：共性 36.8 分，个性 54.7 分，激励 5 分，得 96.5 分',
    '共性：共性指标 92 分，按权重 40% 计入（-55.2），得 36.8 分',
    '共性指标：共性考核得 92 分（引用得分 92），计 92 分',
    '个性：个性指标 547/6（约 91.17）分，按权重 60% 计入（-547/15（约 -36.47）），得 54.7 分',
    '个性指标：月度得分得 547/6（约 91.17）分（引用 3 个得分，平均 547/6（约 91.17）），计 547/6（约 91.17）分',
    '激励：激励指标 6.5 分，以 5 分封顶（-1.5），得 5 分',
    '激励指标：激励加分加 6.5 分（1 次情形0 ×6.5），计 6.5 分',
  ]);
});

test('§5 a month without a score is left out of what is counted', () => {
  const facts = factsOf([
    entry('common', { kind: 'score', quantity: '92' }),
    ...months('88', undefined, '95'),
  ]);
  expect(told(s4, facts).slice(3, 5)).toEqual([
    '个性：个性指标 91.5 分，按权重 60% 计入（-36.6），得 54.9 分',
    '个性指标：月度得分得 91.5 分（引用 2 个得分，平均 91.5），计 91.5 分',
  ]);
});

test('§1 the one rounding is told with what it changed', () => {
  const thirds = ruleSetOf([
    item('r', [indicator('x', { family: 'ratio', target: '3' }, { name: '检查', marks: '4' })], {
      name: '防范',
      marks: '4',
    }),
  ]);
  expect(told(thirds, factsOf([entry('x', { kind: 'measure', quantity: '1' })]))).toEqual([
    '小办法：防范 4/3（约 1.33）分，四舍五入到 2 位小数（-1/300（约 -0.00333）），得 1.33 分',
    '防范 4 分：检查 4 分得 4/3（约 1.33）分（完成 1，目标 3，完成率 约 33.33%，×4），得 4/3（约 1.33）分',
  ]);
});

test('§1 not scored, exempt and not applicable are told apart, and the marks of the others stand in', () => {
  const rules = (more: Partial<RuleSet> = {}) =>
    ruleSetOf(
      [
        item(
          'p',
          [
            indicator('x', events('-1'), { name: '甲', marks: '15' }),
            indicator('y', { family: 'ratio' }, { name: '乙', marks: '5' }),
          ],
          { name: '项目', marks: '20' },
        ),
      ],
      more,
    );
  const facts = factsOf([entry('x')]);
  expect(told(rules(), facts)[1]).toBe(
    '项目 20 分：甲扣 1 分（1 次情形0 ×1），乙不适用，不适用的分值由其余 15 分按比例分担（+14/3（约 4.67）），得 56/3（约 18.67）分',
  );
  expect(told(rules({ notApplicable: 'full' }), facts)[1]).toBe(
    '项目 20 分：甲扣 1 分（1 次情形0 ×1），乙不适用，按满分 5 分计，得 19 分',
  );
  const exempt = factsOf([entry('x'), entry('y', { kind: 'exemption', reason: '未设该岗位' })]);
  expect(told(rules(), exempt)[1]).toBe(
    '项目 20 分：甲扣 1 分（1 次情形0 ×1），乙免于考核，不适用的分值由其余 15 分按比例分担（+14/3（约 4.67）），得 56/3（约 18.67）分',
  );
  const target = [{ subject: 'a', indicator: 'y', quantity: '5' }];
  expect(told(rules(), factsOf([entry('x')], { targets: target }))).toEqual([
    '小办法：尚未评分',
    '项目 20 分：尚未评分',
  ]);
});

test('§9 zeroed items and totals name the effect and its source', () => {
  const rules = ruleSetOf([
    item('p', [indicator('x', events('-1'), { name: '甲' })], { name: '项目', marks: '10' }),
  ]);
  const zero = (kind: 'zeroItem' | 'zeroTotal') =>
    factsOf([], { effects: [{ subject: 'a', id: '决定3', kind, item: 'p' }] });
  expect(told(rules, zero('zeroItem'))).toEqual([
    '小办法：项目 0 分，得 0 分',
    '项目 10 分：因“本项目记零分”不得分（依据 决定3）（-10），得 0 分',
  ]);
  expect(told(rules, zero('zeroTotal'))).toEqual([
    '小办法：项目 10 分，因“总分记零分”不得分（依据 决定3）（-10），得 0 分',
    '项目 10 分：没有扣分，得 10 分',
  ]);
});

test('X1 an adjustment, a multiplier and an item in which nothing happened are told', () => {
  const rules = ruleSetOf([
    item(
      'p',
      [
        indicator('x', events('-2'), {
          name: '甲',
          marks: '10',
          multipliers: [{ code: 'own', name: '自查', factor: '0.5' }],
        }),
      ],
      { name: '项目', marks: '10' },
    ),
    item('q', [indicator('y', events('1'), { name: '乙' })], { name: '加分' }),
  ]);
  const facts = factsOf([
    entry('x', { multipliers: ['own'], reason: '自查发现' }),
    entry('x', { kind: 'adjustment', points: '0.5', reason: '复议改正' }),
  ]);
  expect(told(rules, facts)).toEqual([
    '小办法：项目 9.5 分，加分 0 分，得 9.5 分',
    '项目 10 分：甲扣 0.5 分（1 次情形0 ×2 ×0.5（自查），调整加 0.5 分），得 9.5 分',
    '加分：没有记分，计 0 分',
  ]);
  expect(steps(rules, facts)).toEqual([
    '模块：项目 9.5 分，加分 0 分，得 9.5 分',
    '甲 10 分：扣 0.5 分，得 9.5 分',
    '满分 10 分',
    '1 次情形0 ×2 ×0.5（自查），扣 1 分，理由：自查发现',
    '调整加 0.5 分，理由：复议改正',
    '乙：计 0 分',
  ]);
});

test('X1 more than six different events are counted, not listed', () => {
  const points = ['-1', '-2', '-3', '-4', '-5', '-6', '-7'];
  const rules = ruleSetOf([item('p', [indicator('x', events(...points), { name: '甲' })], { name: '项目' })]);
  const all = points.map((_, at) => entry('x', { event: `e${at}` }));
  expect(told(rules, factsOf(all))[1]).toBe(
    '项目：甲扣 28 分（1 次情形0 ×1，1 次情形1 ×2，1 次情形2 ×3，1 次情形3 ×4，1 次情形4 ×5，1 次情形5 ×6，等 7 条），计 -28 分',
  );
  expect(told(rules, factsOf(all.slice(1)))[1]).toBe(
    '项目：甲扣 27 分（1 次情形1 ×2，1 次情形2 ×3，1 次情形3 ×4，1 次情形4 ×5，1 次情形5 ×6，1 次情形6 ×7），计 -27 分',
  );
});

test('X1 a module that stands alone and does nothing is not told', () => {
  const rules = ruleSetOf([item('p', [indicator('x', events('-1'), { name: '甲' })], { name: '项目' })], {
    name: '办法',
  });
  expect(told(rules, factsOf([entry('x')]))).toEqual([
    '办法：项目 -1 分，得 -1 分',
    '项目：甲扣 1 分（1 次情形0 ×1），计 -1 分',
  ]);
  const weighed = { ...rules, modules: rules.modules.map((module) => ({ ...module, weight: '50%' })) };
  expect(told(weighed, factsOf([entry('x')]))).toEqual([
    '办法：模块 -0.5 分，得 -0.5 分',
    '模块：项目 -1 分，按权重 50% 计入（+0.5），得 -0.5 分',
    '项目：甲扣 1 分（1 次情形0 ×1），计 -1 分',
  ]);
});

/** The value of a line is the sum of the lines right below it. */
function disagreeing(lines: readonly ExplainedLine[]): readonly string[] {
  return lines.flatMap((line, at) => {
    const end = lines.findIndex((other, index) => index > at && other.depth <= line.depth);
    const below = lines
      .slice(at + 1, end < 0 ? undefined : end)
      .filter((other) => other.depth === line.depth + 1);
    if (below.length === 0 || line.value === null) return [];
    const sum = below.map((each) => parseRate(each.value ?? '0') ?? ZERO).reduce(add, ZERO);
    return equals(sum, parseRate(line.value) ?? ZERO) ? [] : [line.text];
  });
}

test('X1 property: leaves, lines and the pieces of every sentence re-add to the number', () => {
  const count = fc.integer({ min: 0, max: 30 }).map(String);
  const rules = ruleSetOf(
    [
      item(
        'p',
        [
          indicator('x', events('-1.5', '2'), { name: '甲', marks: '12', cap: '9' }),
          indicator('y', { family: 'ratio', target: '7' }, { name: '乙', marks: '8' }),
        ],
        { name: '项目', marks: '20' },
      ),
      item('q', [indicator('z', events('-3'), { name: '丙' })], { name: '另一项', marks: '10' }),
    ],
    { mode: 'percentage', totalMarks: '30' },
  );
  fc.assert(
    fc.property(fc.tuple(count, count, count, count), fc.boolean(), ([a, b, c, d], measured) => {
      const trace = traceOf(
        rules,
        factsOf([
          entry('x', { event: 'e0', quantity: a, matter: 'm' }),
          entry('x', { event: 'e0', quantity: b, matter: 'm' }),
          entry('x', { event: 'e1', quantity: c }),
          entry('z', { quantity: d }),
          ...(measured
            ? [entry('y', { kind: 'measure', quantity: c })]
            : [entry('y', { kind: 'exemption' })]),
        ]),
      );
      const names = entryNames(trace);
      const check = (node: TraceNode): void => {
        if (['total', 'module', 'item'].includes(node.kind))
          expect(partsSum(node, names)).toEqual(node.amount);
        for (const child of node.children) check(child);
      };
      check(trace);
      expect(leavesSum(trace)).toEqual(trace.amount);
      expect(disagreeing(explain(trace))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
