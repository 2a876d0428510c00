import { expect, test } from 'vitest';
import { entry, indicator, item, unit } from '../test-support/small-rule-set.ts';
import { leaf, nothing, take, traceOf } from '../test-support/whole-trace.ts';

test('§2 allOrNothing empties the item, of marks and of bounds', () => {
  expect(
    traceOf(
      [
        item('p', [nothing], { marks: '10' }),
        item('q', [{ ...nothing, code: 'o' }], { marks: '10', low: '2' }),
      ],
      [take('n', '2'), take('o', '2')],
    ),
  ).toEqual([
    'total 2',
    '  module m 2',
    '    item p 0 marks=10',
    '      base 10',
    '      indicator n -2',
    '        event -2 [n-]',
    '      emptied -8 scope=item',
    '    item q 2 marks=10',
    '      base 10',
    '      indicator o -2',
    '        event -2 [o-]',
    '      emptied -6 scope=item',
  ]);
});

test('§2 allOrNothing empties its own marks, and gives nothing back', () => {
  expect(
    traceOf(
      [item('p', [{ ...nothing, marks: '3' }]), item('q', [{ ...nothing, code: 'o', marks: '1' }])],
      [take('n', '2'), take('o', '2')],
    ),
  ).toEqual([
    'total -1',
    '  module m -1',
    '    item p 0',
    '      indicator n 0 marks=3',
    '        base 3',
    '        event -2 [n-]',
    '        emptied -1 scope=indicator',
    '    item q -1',
    '      indicator o -1 marks=1',
    '        base 1',
    '        event -2 [o-]',
  ]);
});

test('§9 zeroItem empties one item and names where it comes from', () => {
  expect(
    traceOf(
      [item('p', [leaf('x')], { marks: '10' }), item('q', [leaf('y')], { marks: '5' })],
      [take('x', '1')],
      {},
      { effects: [{ subject: 'a', id: 'veto', kind: 'zeroItem', item: 'p' }] },
    ),
  ).toEqual([
    'total 5',
    '  module m 5',
    '    item p 0 marks=10',
    '      base 10',
    '      indicator x -1',
    '        event -1 [x-]',
    '      effect -9 effect=zeroItem source=veto',
    '    item q 5 marks=5',
    '      base 5',
    '      indicator y 0',
  ]);
});

test('§9 zeroItem of an indicator empties the item it stands in', () => {
  expect(
    traceOf(
      [
        item('p', [leaf('x')], { marks: '10' }),
        item('q', [leaf('y'), indicator('v', { family: 'effectOnly', effect: { kind: 'zeroItem' } })], {
          marks: '5',
        }),
      ],
      [entry('v', { id: 'v1' })],
    ),
  ).toEqual([
    'total 10',
    '  module m 10',
    '    item p 10 marks=10',
    '      base 10',
    '      indicator x 0',
    '    item q 0 marks=5',
    '      base 5',
    '      indicator y 0',
    '      indicator v 0',
    '        event 0 event=指标v effect=zeroItem own=0 [v1]',
    '      effect -5 effect=zeroItem source=v1',
  ]);
});

test('§9 zeroTotal empties everything', () => {
  expect(
    traceOf(
      [item('p', [leaf('x')], { marks: '10' })],
      [take('x', '1')],
      {},
      { effects: [{ subject: 'a', id: 'veto', kind: 'zeroTotal' }] },
    ),
  ).toEqual([
    'total 0',
    '  module m 9',
    '    item p 9 marks=10',
    '      base 10',
    '      indicator x -1',
    '        event -1 [x-]',
    '  effect -9 effect=zeroTotal source=veto',
  ]);
});

test('§4 no total below zero in a percentage rule set', () => {
  expect(
    traceOf(
      [item('p', [leaf('x')], { marks: '10' }), item('q', [leaf('y')])],
      [take('x', '9'), take('y', '4')],
      { mode: 'percentage', totalMarks: '10' },
    ),
  ).toEqual([
    'total 0 mode=percentage marks=10',
    '  module m -3',
    '    item p 1 marks=10',
    '      base 10',
    '      indicator x -9',
    '        event -9 [x-]',
    '    item q -4',
    '      indicator y -4',
    '        event -4 [y-]',
    '  clamp 3 bound=0 side=low',
  ]);
});

test('§5 the coefficient comes before the one rounding', () => {
  expect(
    traceOf(
      [item('p', [leaf('x')], { marks: '10' })],
      [take('x', '1')],
      {
        rounding: { digits: 1, mode: 'floor' },
        coefficients: { identities: [{ code: 'k', name: '骨干', factor: '1.25', clause: 'c' }] },
      },
      { subjects: [unit('a', { identities: ['k'] })] },
    ),
  ).toEqual([
    'total 11.2',
    '  module m 9',
    '    item p 9 marks=10',
    '      base 10',
    '      indicator x -1',
    '        event -1 [x-]',
    '  coefficient 2.25 factor=1.25 identity=骨干',
    '  rounding -0.05 digits=1 mode=floor',
  ]);
});
