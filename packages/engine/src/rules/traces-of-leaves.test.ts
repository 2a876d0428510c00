import { expect, test } from 'vitest';
import {
  entry,
  evaluated,
  factsOf,
  indicator,
  item,
  resultOf,
  ruleSetOf,
} from '../test-support/small-rule-set.ts';
import { leaf, measure, nothing, take, traceOf } from '../test-support/whole-trace.ts';
import { toPlain } from './evaluation-json.ts';

test('§2 ratio ⚙ceiling above 1 passes the marks of its leaf', () => {
  expect(
    traceOf(
      [
        item(
          'p',
          [
            indicator(
              'r',
              { family: 'ratio', target: '10', ceiling: '1.5' },
              { marks: '4', floorAtLeaf: true },
            ),
            indicator('s', { family: 'ratio', target: '10' }, { marks: '6', floorAtLeaf: true }),
          ],
          { marks: '10' },
        ),
      ],
      [measure('r', '15'), measure('s', '-5'), entry('s', { id: 'adj', kind: 'adjustment', points: '12' })],
    ),
  ).toEqual([
    'total 10',
    '  module m 10',
    '    item p 10 marks=10',
    '      indicator r 6 marks=4 measured=1.5 [r=]',
    '        base 4',
    '        measure 2 actual=15 target=10 ratio=1.5 ceiling=1.5 full=4 lost=-2 unit= reached=6',
    '      indicator s 6 marks=6 measured=-0.5 [s=]',
    '        base 6',
    '        measure -9 actual=-5 target=10 ratio=-0.5 ceiling=1 full=6 lost=9 unit= reached=-3',
    '        adjustment 12 own=12 [adj]',
    '        clamp -3 bound=6 side=high',
    '      clamp -2 bound=10 side=high',
  ]);
});

test('§2 deductFromFull has a floor of its own', () => {
  expect(
    traceOf(
      [
        item('p', [
          indicator(
            'd',
            { family: 'deductFromFull', floor: '2', events: [{ code: 'minus', name: '扣', points: '-1' }] },
            { marks: '5' },
          ),
          indicator(
            'f',
            { family: 'deductFromFull', floor: '2', events: [{ code: 'minus', name: '扣', points: '-1' }] },
            { marks: '6' },
          ),
        ]),
      ],
      [take('d', '4'), take('f', '4')],
    ),
  ).toEqual([
    'total 4',
    '  module m 4',
    '    item p 4',
    '      indicator d 2 marks=5',
    '        base 5',
    '        event -4 [d-]',
    '        clamp 1 bound=2 side=low',
    '      indicator f 2 marks=6',
    '        base 6',
    '        event -4 [f-]',
  ]);
});

test('§13 a decision counts where nothing else is measured', () => {
  expect(
    traceOf(
      [
        item('p', [indicator('r', { family: 'ratio' }, { marks: '4' }), leaf('x', { marks: '6' })], {
          marks: '10',
        }),
      ],
      [entry('r', { id: 'adj', kind: 'adjustment', points: '-1' })],
    ),
  ).toEqual([
    'total 9',
    '  module m 9',
    '    item p 9 marks=10',
    '      indicator r 3 marks=4',
    '        base 4',
    '        adjustment -1 own=-1 [adj]',
    '      indicator x 6 marks=6',
    '        base 6',
  ]);
});

test('§13 a decision alone does not score what nobody measured', () => {
  expect(
    traceOf(
      [item('p', [indicator('r', { family: 'ratio', target: '5' }, { marks: '4' })], { marks: '4' })],
      [entry('r', { id: 'adj', kind: 'adjustment', points: '-1' })],
    ),
  ).toEqual([
    'total notScored',
    '  module m notScored',
    '    item p notScored marks=4',
    '      indicator r notScored marks=4',
  ]);
});

test('§2 several measures stand beside each other by id', () => {
  expect(
    traceOf(
      [item('p', [indicator('r', { family: 'ratio', target: '10' }, { marks: '4' })])],
      [measure('r', '2'), { ...measure('r', '3'), id: 'a' }],
    ),
  ).toEqual([
    'total 2',
    '  module m 2',
    '    item p 2',
    '      indicator r 2 marks=4 measured=0.5 [a r=]',
    '        base 4',
    '        measure -2 actual=5 target=10 ratio=0.5 ceiling=1 full=4 lost=2 unit= reached=2',
  ]);
});

test('§9 a clause of the entry itself stands before that of the event', () => {
  expect(
    traceOf(
      [
        item('p', [
          indicator('x', {
            family: 'occurrence',
            events: [{ code: 'minus', name: '扣', points: '-1', clause: 'e' }],
          }),
        ]),
      ],
      [take('x', '1'), take('x', '2', { id: 'own', clause: 'k' })],
      {
        clauses: [
          { id: 'c', text: '甲' },
          { id: 'e', text: '乙' },
        ],
      },
    ),
  ).toEqual([
    'total -3',
    '  module m -3',
    '    item p -3',
    '      indicator x -3',
    '        event -2 [own] (k)',
    '        event -1 [x-] (e)',
  ]);
});

test('§2 allOrNothing empties the item whatever its other leaves say', () => {
  expect(
    traceOf([item('p', [nothing, leaf('x')], { marks: '10' })], [take('n', '2'), take('x', '1')]),
  ).toEqual([
    'total 0',
    '  module m 0',
    '    item p 0 marks=10',
    '      base 10',
    '      indicator n -2',
    '        event -2 [n-]',
    '      indicator x -1',
    '        event -1 [x-]',
    '      emptied -7 scope=item',
  ]);
});

test('X1 every step says what it is, by name, clause and family', () => {
  const own = item(
    'p',
    [indicator('x', { family: 'ladder', events: [{ code: 'e', name: '情形', points: '1' }] })],
    {
      clause: 'c',
      marks: '5',
    },
  );
  const plain = item('q', [indicator('y', { family: 'imported' })]);
  const { trace } = resultOf(evaluated(ruleSetOf([own, plain]), factsOf([entry('x', { id: 'i' })])));
  const step = { state: 'scored', facts: {}, entries: [] };
  expect(toPlain(trace)).toEqual({
    kind: 'total',
    state: 'notScored',
    amount: '0',
    name: '小办法',
    facts: { mode: 'accumulating' },
    entries: [],
    children: [
      {
        kind: 'module',
        state: 'notScored',
        amount: '0',
        code: 'm',
        name: '模块',
        facts: {},
        entries: [],
        children: [
          {
            ...step,
            kind: 'item',
            amount: '5',
            code: 'p',
            name: '项目p',
            clause: 'c',
            facts: { marks: '5' },
            children: [
              { ...step, kind: 'base', amount: '5', children: [] },
              {
                ...step,
                kind: 'indicator',
                amount: '1',
                code: 'x',
                name: '指标x',
                clause: 'c',
                family: 'ladder',
                facts: { owner: '考核办' },
                children: [
                  {
                    ...step,
                    kind: 'event',
                    amount: '1',
                    facts: {
                      event: '情形',
                      unitPoints: '1',
                      quantity: '1',
                      unit: '次',
                      own: '1',
                      at: '2026-09-01',
                    },
                    entries: ['i'],
                    children: [],
                  },
                ],
              },
              { ...step, kind: 'clamp', amount: '-1', facts: { bound: '5', side: 'high' }, children: [] },
            ],
          },
          {
            kind: 'item',
            state: 'notScored',
            amount: '0',
            code: 'q',
            name: '项目q',
            facts: {},
            entries: [],
            children: [
              {
                kind: 'indicator',
                state: 'notScored',
                amount: '0',
                code: 'y',
                name: '指标y',
                clause: 'c',
                family: 'imported',
                facts: { owner: '考核办' },
                entries: [],
                children: [],
              },
            ],
          },
        ],
      },
    ],
  });
});

test('X1 what a step does not say is absent, not undefined', () => {
  const plain = item('q', [indicator('y', { family: 'imported' })]);
  const { trace } = resultOf(evaluated(ruleSetOf([plain]), factsOf([])));
  const total = ['kind', 'state', 'amount', 'name', 'facts', 'entries', 'children'];
  expect(Object.keys(trace ?? {})).toEqual(total);
  const own = trace?.children[0]?.children[0];
  expect(Object.keys(own ?? {})).toEqual(['kind', 'state', 'amount', 'code', ...total.slice(3)]);
  const act = entry('x', { id: 'i' });
  const rules = ruleSetOf([item('p', [leaf('x')])]);
  const steps = resultOf(evaluated(rules, factsOf([{ ...act, event: 'plus' }]))).trace;
  const event = steps?.children[0]?.children[0]?.children[0]?.children[0];
  expect(Object.keys(event ?? {})).toEqual(['kind', 'state', 'amount', 'facts', 'entries', 'children']);
});
