import { expect, test } from 'vitest';
import { indicator, item, ruleSetOf } from '../test-support/small-rule-set.ts';
import { checkRuleSet } from './check-rule-set.ts';
import type { Item, Module, RuleSet, TieBreaker } from './rule-set.ts';
import type { Scoring } from './scoring.ts';

const minus: Scoring = { family: 'occurrence', events: [{ code: 'e', name: '扣分', points: '-1' }] };
const leaf = (code: string, more: object = {}) => indicator(code, minus, more);
const faultsOf = (items: readonly Item[], more: Partial<RuleSet> = {}) =>
  checkRuleSet(ruleSetOf(items, more));
const base = 'modules[0].items[0]';

test('X7 the same code twice, of modules, items, indicators and clauses, is told with both places', () => {
  const twice = (code: string): Module => ({ code: 'm', name: '模块', items: [item('p', [leaf(code)])] });
  const clause = { id: 'c', text: '条款' };
  expect(
    checkRuleSet(ruleSetOf([], { modules: [twice('x'), twice('x')], clauses: [clause, clause] })),
  ).toEqual(
    [
      ['模块', 'm', 'modules[0].code', 'modules[1].code'],
      ['项目', 'p', 'modules[0].items[0].code', 'modules[1].items[0].code'],
      ['指标', 'x', 'modules[0].items[0].indicators[0].code', 'modules[1].items[0].indicators[0].code'],
      ['条款', 'c', 'clauses[0].id', 'clauses[1].id'],
    ].map(([kind, code, first, path]) => ({
      code: 'codeDuplicate',
      path,
      message: `${kind}代码“${code}”重复（${first} 与 ${path}），请改用不同的代码`,
    })),
  );
});

test('X7 an empty code is told, whatever stands in it', () => {
  for (const code of ['', '  ']) {
    expect(faultsOf([item('p', [leaf(code), leaf('x')])])).toEqual([
      {
        code: 'codeMissing',
        path: `${base}.indicators[0].code`,
        message: `${base}.indicators[0].code 的指标代码为空，请填写`,
      },
    ]);
  }
  expect(faultsOf([item('p', [leaf(''), leaf('')])]).map(({ code }) => code)).toEqual([
    'codeMissing',
    'codeMissing',
  ]);
});

test('X7 a clause that is not written out is told with what refers to it', () => {
  const events: Scoring = {
    family: 'occurrence',
    events: [
      { code: 'a', name: '甲', points: '-1', clause: 'c' },
      { code: 'b', name: '乙', points: '-1', clause: 'z' },
    ],
  };
  const items = [
    item('p', [indicator('x', events, { clause: 'y' })], { clause: 'v', opens: { clause: 'w' } }),
  ];
  const gone = (clause: string, name: string, path: string) => ({
    code: 'clauseUnknown',
    path,
    message: `“${name}”引用的条款“${clause}”没有列在 clauses 中，请补上条款原文`,
    clause,
  });
  expect(faultsOf(items)).toEqual([
    gone('v', '项目p', `${base}.clause`),
    gone('w', '项目p', `${base}.opens.clause`),
    gone('y', '指标x', `${base}.indicators[0].clause`),
    gone('z', '乙', `${base}.indicators[0].scoring.events[1].clause`),
  ]);
});

test('P9 every indicator belongs to a department', () => {
  for (const owner of ['', ' ']) {
    expect(faultsOf([item('p', [leaf('x', { owner })])])).toEqual([
      {
        code: 'ownerMissing',
        path: `${base}.indicators[0].owner`,
        message: '指标“指标x”没有归口部门，请指定',
        clause: 'c',
      },
    ]);
  }
});

test('§7 a tie-breaker names an item or an indicator of the rule set', () => {
  const of = (...tieBreakers: readonly TieBreaker[]) =>
    faultsOf([item('p', [leaf('x')])], { ranking: { tieBreakers } });
  expect(of({ by: 'fewerDeductions' }, { by: 'item', code: 'p' }, { by: 'indicator', code: 'x' })).toEqual(
    [],
  );
  expect(of({ by: 'item', code: 'p' }, { by: 'item', code: 'x' }, { by: 'indicator', code: 'p' })).toEqual([
    {
      code: 'tieBreakerUnknown',
      path: 'ranking.tieBreakers[1].code',
      message: '并列时比较的“x”不是本办法的项目代码',
    },
    {
      code: 'tieBreakerUnknown',
      path: 'ranking.tieBreakers[2].code',
      message: '并列时比较的“p”不是本办法的指标代码',
    },
  ]);
});

test('§4 an item has indicators, or opens itself to lower methods; its bounds stand in order', () => {
  expect(faultsOf([item('p', [])])).toEqual([
    {
      code: 'indicatorsMissing',
      path: `${base}.indicators`,
      message: '项目“项目p”下没有指标，请至少写一个',
    },
  ]);
  expect(faultsOf([item('p', [], { opens: { clause: 'c' } })])).toEqual([]);
  expect(faultsOf([item('p', [leaf('x')], { low: '3', high: '2' })])).toEqual([
    { code: 'boundsReversed', path: `${base}.low`, message: '项目“项目p”的下限大于上限，请对调' },
  ]);
  expect(faultsOf([item('p', [leaf('x')], { low: '2', high: '2' })])).toEqual([]);
  expect(faultsOf([item('p', [leaf('x')], { low: '3' })])).toEqual([]);
  expect(faultsOf([item('p', [leaf('x')], { high: '-3' })])).toEqual([]);
});

test('§4 marks and caps are not below zero', () => {
  const of = (more: object) => faultsOf([item('p', [leaf('x', more)])]);
  const fault = (field: string) => [
    { code: 'limitNegative', path: base, message: `指标“指标x”的 ${field} 不能为负` },
  ];
  expect(of({ marks: '-1' })).toEqual(fault('marks'));
  expect(of({ cap: '-0.5' })).toEqual(fault('cap'));
  expect(of({ marks: '-1', cap: '-1' })).toEqual(fault('marks'));
  expect(of({ marks: '0', cap: '0' })).toEqual([]);
});

test('§4 what the leaves claim is compared with the item’s marks, to the last digit', () => {
  const of = (...marks: readonly (string | undefined)[]) =>
    faultsOf([
      item(
        'p',
        marks.map((own, at) => leaf(`x${at}`, own === undefined ? {} : { marks: own })),
        { marks: '10', clause: 'c' },
      ),
    ]);
  const fault = (sum: string, difference: string) => [
    {
      code: 'marksDoNotSum',
      path: `${base}.marks`,
      message: `项目“项目p”为 10 分，下属指标合计 ${sum} 分，${difference}，请核对分值`,
      clause: 'c',
    },
  ];
  expect(of('6', '4.5')).toEqual(fault('10.5', '多出 0.5 分'));
  expect(of('6', '3')).toEqual(fault('9', '还差 1 分'));
  expect(of('6', undefined, '5')).toEqual(fault('11', '多出 1 分'));
  expect(of('6', undefined, '3')).toEqual([]);
  expect(of('6', undefined, '4')).toEqual([]);
  expect(of(undefined, undefined)).toEqual([]);
  expect(faultsOf([item('p', [leaf('x', { marks: '6' }), leaf('y', { marks: '3' })])])).toEqual([]);
});

test('§4 a percentage rule set declares a total and its items make it up', () => {
  const items = [item('p', [leaf('x')], { marks: '60' }), item('q', [leaf('y')])];
  expect(faultsOf(items, { mode: 'percentage' })).toEqual([
    {
      code: 'totalMarksMissing',
      path: 'totalMarks',
      message: '百分制办法必须写明总分 totalMarks，例如 100',
    },
  ]);
  expect(faultsOf(items, { mode: 'percentage', totalMarks: '100' })).toEqual([
    {
      code: 'marksDoNotSum',
      path: 'totalMarks',
      message: '各项目分值合计 60 分，与声明的总分 100 分不符，还差 40 分，请核对分值',
    },
  ]);
  expect(faultsOf(items, { mode: 'percentage', totalMarks: '60' })).toEqual([]);
  expect(faultsOf(items, { mode: 'accumulating', totalMarks: '100' })).toEqual([]);
});

test('§5 modules without marks are left out of the sum that is shown; bounds of a module stand in order', () => {
  const modules: Module[] = [
    { code: 'a', name: '甲', weight: '50%', items: [item('p', [leaf('x')], { marks: '100' })] },
    { code: 'b', name: '乙', items: [item('q', [leaf('y')])], weight: '1', low: '0', high: '5' },
  ];
  expect(checkRuleSet(ruleSetOf([], { modules, mode: 'percentage', totalMarks: '100' }))).toEqual([
    {
      code: 'marksDoNotSum',
      path: 'totalMarks',
      message: '各项目分值合计 50 分（甲 100 × 50%），与声明的总分 100 分不符，还差 50 分，请核对分值',
    },
  ]);
  const bounded = (low?: string, high?: string) =>
    checkRuleSet(
      ruleSetOf([], {
        modules: [
          {
            code: 'a',
            name: '甲',
            items: [item('p', [leaf('x')])],
            ...(low === undefined ? {} : { low }),
            ...(high === undefined ? {} : { high }),
          },
        ],
      }),
    );
  expect(bounded('6', '5')).toEqual([
    { code: 'boundsReversed', path: 'modules[0].low', message: '模块“甲”的下限大于上限，请对调' },
  ]);
  expect([bounded('5', '5'), bounded('5'), bounded(undefined, '-5')]).toEqual([[], [], []]);
});

test('§1 every number of modules, items and indicators is read where it stands', () => {
  const wrong = '甲';
  const module: Module = {
    code: 'm',
    name: '模块',
    weight: wrong,
    low: wrong,
    high: wrong,
    items: [item('p', [leaf('x', { marks: wrong, cap: wrong })], { marks: wrong, low: wrong, high: wrong })],
  };
  const found = checkRuleSet(ruleSetOf([], { modules: [module], totalMarks: wrong }));
  expect(found.filter(({ code }) => code === 'numberMalformed').map(({ path }) => path)).toEqual([
    'modules[0].weight',
    'modules[0].low',
    'modules[0].high',
    `${base}.marks`,
    `${base}.low`,
    `${base}.high`,
    `${base}.indicators[0].marks`,
    `${base}.indicators[0].cap`,
    'totalMarks',
  ]);
});
