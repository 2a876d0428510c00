import { expect, test } from 'vitest';
import { entry, item } from '../test-support/small-rule-set.ts';
import { give, leaf, take, traceOf } from '../test-support/whole-trace.ts';

test('§4 net first, then clamp: 40 − 43 + 2 is 0', () => {
  expect(
    traceOf([item('p', [leaf('x')], { marks: '40', clause: 'c' })], [take('x', '43'), give('x', '2')]),
  ).toEqual([
    'total 0',
    '  module m 0',
    '    item p 0 marks=40',
    '      base 40',
    '      indicator x -41',
    '        event 2 [x+]',
    '        event -43 [x-]',
    '      clamp 1 bound=0 side=low',
  ]);
});

test('§4 nothing above the marks', () => {
  expect(traceOf([item('p', [leaf('x')], { marks: '40' })], [give('x', '2')])).toEqual([
    'total 40',
    '  module m 40',
    '    item p 40 marks=40',
    '      base 40',
    '      indicator x 2',
    '        event 2 [x+]',
    '      clamp -2 bound=40 side=high',
  ]);
});

test('§4 bounds of an item’s own', () => {
  expect(
    traceOf(
      [
        item('p', [leaf('x')], { low: '-1', high: '3' }),
        item('q', [leaf('y')], { marks: '5', low: '1', high: '6' }),
      ],
      [take('x', '2'), give('y', '2')],
    ),
  ).toEqual([
    'total 5',
    '  module m 5',
    '    item p -1',
    '      indicator x -2',
    '        event -2 [x-]',
    '      clamp 1 bound=-1 side=low',
    '    item q 6 marks=5',
    '      base 5',
    '      indicator y 2',
    '        event 2 [y+]',
    '      clamp -1 bound=6 side=high',
  ]);
});

test('§4 ⚙floorAtLeaf: each leaf between 0 and its marks', () => {
  expect(
    traceOf(
      [item('p', [leaf('x', { marks: '6' }), leaf('y', { marks: '4' })], { marks: '10', floorAtLeaf: true })],
      [take('x', '8'), give('y', '1')],
    ),
  ).toEqual([
    'total 4',
    '  module m 4',
    '    item p 4 marks=10',
    '      indicator x 0 marks=6',
    '        base 6',
    '        event -8 [x-]',
    '        clamp 2 bound=0 side=low',
    '      indicator y 4 marks=4',
    '        base 4',
    '        event 1 [y+]',
    '        clamp -1 bound=4 side=high',
  ]);
});

test('§4 ⚙allowExcess at the leaves', () => {
  expect(
    traceOf(
      [
        item('p', [leaf('x', { marks: '6' }), leaf('y', { marks: '4', allowExcess: false })], {
          marks: '10',
          floorAtLeaf: true,
          allowExcess: true,
        }),
      ],
      [give('x', '2'), give('y', '1')],
    ),
  ).toEqual([
    'total 12',
    '  module m 12',
    '    item p 12 marks=10',
    '      indicator x 8 marks=6',
    '        base 6',
    '        event 2 [x+]',
    '      indicator y 4 marks=4',
    '        base 4',
    '        event 1 [y+]',
    '        clamp -1 bound=4 side=high',
  ]);
});

test('§2 a cap limits what events add or deduct, in size', () => {
  expect(
    traceOf(
      [item('p', [leaf('x', { marks: '6', cap: '2' }), leaf('y', { cap: '1' })], { marks: '10' })],
      [take('x', '5'), give('y', '4')],
    ),
  ).toEqual([
    'total 9',
    '  module m 9',
    '    item p 9 marks=10',
    '      base 4',
    '      indicator x 4 marks=6',
    '        base 6',
    '        event -5 [x-]',
    '        cap 3 cap=2',
    '      indicator y 1',
    '        event 4 [y+]',
    '        cap -3 cap=1',
  ]);
});

test('§13 a decision after sealing stands beside the cap', () => {
  expect(
    traceOf(
      [item('p', [leaf('x', { marks: '6', cap: '2' })])],
      [
        take('x', '5'),
        entry('x', {
          id: 'adj',
          kind: 'adjustment',
          points: '0.5',
          reason: '复议',
          by: 'u',
          clause: 'k',
          matter: 'm',
        }),
      ],
    ),
  ).toEqual([
    'total 4.5',
    '  module m 4.5',
    '    item p 4.5',
    '      indicator x 4.5 marks=6',
    '        base 6',
    '        event -5 [x-]',
    '        cap 3 cap=2',
    '        adjustment 0.5 own=0.5 by=u reason=复议 matter=m [adj] (k)',
  ]);
});

test('§3 an entry that does not stand is shown at 0 with a pointer', () => {
  expect(
    traceOf(
      [item('p', [leaf('x')])],
      [
        take('x', '5', { matter: 'm', clause: 'k' }),
        take('x', '1', { id: 'o', matter: 'm', by: 'u', reason: '检查' }),
      ],
    ),
  ).toEqual([
    'total -5',
    '  module m -5',
    '    item p -5',
    '      indicator x -5',
    '        event 0 by=u reason=检查 matter=m [o] →x-',
    '        event -5 matter=m [x-] (k)',
  ]);
});
