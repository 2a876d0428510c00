import { expect, test } from 'vitest';
import { indicator, item } from '../test-support/small-rule-set.ts';
import { exempt, leaf, measure, take, traceOf } from '../test-support/whole-trace.ts';

test('§1 an exempt leaf shares its marks out', () => {
  expect(
    traceOf(
      [item('p', [leaf('x', { marks: '6' }), leaf('y', { marks: '4' }), leaf('z')], { marks: '10' })],
      [take('x', '3'), take('z', '1'), exempt('y')],
    ),
  ).toEqual([
    'total 4',
    '  module m 4',
    '    item p 4 marks=10',
    '      indicator x 3 marks=6',
    '        base 6',
    '        event -3 [x-]',
    '      indicator y exempt reason=未开展 marks=4 [y0]',
    '      indicator z -1',
    '        event -1 [z-]',
    '      rescale 2 factor=5/3 applicable=6 full=10',
  ]);
});

test('§1 ⚙notApplicable=full: an exempt leaf is given its marks', () => {
  expect(
    traceOf(
      [item('p', [leaf('x', { marks: '6' }), leaf('y', { marks: '4' }), leaf('z')], { marks: '10' })],
      [take('x', '3'), take('z', '1'), exempt('y')],
      { notApplicable: 'full' },
    ),
  ).toEqual([
    'total 6',
    '  module m 6',
    '    item p 6 marks=10',
    '      indicator x 3 marks=6',
    '        base 6',
    '        event -3 [x-]',
    '      indicator y exempt reason=未开展 marks=4 [y0]',
    '      base 4 notApplicable=true',
    '      indicator z -1',
    '        event -1 [z-]',
  ]);
});

test('§1 an item left out altogether leaves its marks to the others', () => {
  expect(
    traceOf(
      [
        item('p', [leaf('x', { marks: '6' }), leaf('y', { marks: '4' }), leaf('z')], { marks: '10' }),
        item('q', [leaf('w')], { marks: '5' }),
      ],
      [take('w', '1'), take('z', '3'), exempt('x'), exempt('y')],
    ),
  ).toEqual([
    'total 12',
    '  module m 12',
    '    item p exempt marks=10',
    '      indicator x exempt reason=未开展 marks=6 [x0]',
    '      indicator y exempt reason=未开展 marks=4 [y0]',
    '      indicator z -3',
    '        event -3 [z-]',
    '      clamp 3 bound=0 side=low',
    '    item q 4 marks=5',
    '      base 5',
    '      indicator w -1',
    '        event -1 [w-]',
    '    rescale 8 factor=3 applicable=5 full=15',
  ]);
});

test('§1 ⚙notApplicable=full: an item left out altogether is given its marks', () => {
  expect(
    traceOf(
      [item('p', [leaf('x', { marks: '10' })], { marks: '10' }), item('q', [leaf('w')], { marks: '5' })],
      [take('w', '1'), exempt('x')],
      { notApplicable: 'full' },
    ),
  ).toEqual([
    'total 14',
    '  module m 14',
    '    item p exempt marks=10',
    '      indicator x exempt reason=未开展 marks=10 [x0]',
    '      base 10 notApplicable=true',
    '      rescale -10 applicable=0 full=10',
    '    item q 4 marks=5',
    '      base 5',
    '      indicator w -1',
    '        event -1 [w-]',
    '    base 10 notApplicable=true',
  ]);
});

test('§1 nothing left at all: exempt, not 0', () => {
  expect(traceOf([item('p', [leaf('x')], { marks: '10' })], [exempt('x')])).toEqual([
    'total exempt',
    '  module m exempt',
    '    item p exempt marks=10',
    '      base 10',
    '      indicator x exempt reason=未开展 [x0]',
    '      rescale -10 applicable=0 full=10',
  ]);
});

test('§1 a leaf not yet scored leaves everything above it not scored', () => {
  expect(
    traceOf(
      [
        item(
          'p',
          [leaf('x', { marks: '6' }), indicator('r', { family: 'ratio', target: '10' }, { marks: '4' })],
          { marks: '10' },
        ),
      ],
      [take('x', '1')],
    ),
  ).toEqual([
    'total notScored',
    '  module m notScored',
    '    item p notScored marks=10',
    '      indicator x 5 marks=6',
    '        base 6',
    '        event -1 [x-]',
    '      indicator r notScored marks=4',
  ]);
});

test('§1 ⚙absent: nothing handed in counts 0, or full marks', () => {
  expect(
    traceOf(
      [
        item(
          'p',
          [
            indicator('r', { family: 'ratio', target: '10', absent: 'zero' }, { marks: '4' }),
            indicator('s', { family: 'ratio', target: '10', absent: 'full' }, { marks: '6' }),
          ],
          { marks: '10' },
        ),
      ],
      [],
    ),
  ).toEqual([
    'total 6',
    '  module m 6',
    '    item p 6 marks=10',
    '      indicator r 0 marks=4 measured=0',
    '        base 4',
    '        measure -4 actual=0 absent=true target=10 ratio=0 ceiling=1 full=4 lost=4 unit= reached=0',
    '      indicator s 6 marks=6',
    '        base 6',
    '        measure 0 absent=true',
  ]);
});

test('§1 without a target an indicator does not apply', () => {
  expect(
    traceOf(
      [
        item('p', [indicator('r', { family: 'ratio' }, { marks: '4' }), leaf('x', { marks: '6' })], {
          marks: '10',
        }),
      ],
      [take('x', '3')],
    ),
  ).toEqual([
    'total 5',
    '  module m 5',
    '    item p 5 marks=10',
    '      indicator r notApplicable marks=4',
    '      indicator x 3 marks=6',
    '        base 6',
    '        event -3 [x-]',
    '      rescale 2 factor=5/3 applicable=6 full=10',
  ]);
});

test('§2 a measure replaces the marks it is measured in, or adds to what there is', () => {
  expect(
    traceOf(
      [
        item(
          'p',
          [
            indicator('r', { family: 'ratio', target: '10' }, { marks: '4' }),
            indicator('t', { family: 'target', short: '-1', target: '3' }, { marks: '6' }),
          ],
          { marks: '10' },
        ),
      ],
      [measure('r', '5'), measure('t', '2')],
    ),
  ).toEqual([
    'total 7',
    '  module m 7',
    '    item p 7 marks=10',
    '      indicator r 2 marks=4 measured=0.5 [r=]',
    '        base 4',
    '        measure -2 actual=5 target=10 ratio=0.5 ceiling=1 full=4 lost=2 unit= reached=2',
    '      indicator t 5 marks=6 measured=2 [t=]',
    '        base 6',
    '        measure -1 actual=2 timely=2 target=3 short=1 steps=1 unitPoints=-1 unit= reached=-1',
  ]);
});
