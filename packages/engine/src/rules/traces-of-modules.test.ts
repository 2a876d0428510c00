import { expect, test } from 'vitest';
import { indicator, item, unit } from '../test-support/small-rule-set.ts';
import { exempt, give, leaf, take, traceOf } from '../test-support/whole-trace.ts';
import type { Item, Module } from './rule-set.ts';

const module = (code: string, items: readonly Item[], more: Partial<Module> = {}): Module => ({
  code,
  name: `模块${code}`,
  ...more,
  items,
});

test('§4 the bounds of a module come before its weight', () => {
  expect(
    traceOf([], [take('x', '9'), give('y', '9')], {
      modules: [
        module('m', [item('p', [leaf('x')])], { low: '-4', high: '7', weight: '40%' }),
        module('n', [item('q', [leaf('y')])], { low: '-4', high: '7', weight: '1/2' }),
      ],
    }),
  ).toEqual([
    'total 1.9',
    '  module m -1.6',
    '    item p -9',
    '      indicator x -9',
    '        event -9 [x-]',
    '    clamp 5 bound=-4 side=low',
    '    weight 2.4 weight=0.4',
    '  module n 3.5',
    '    item q 9',
    '      indicator y 9',
    '        event 9 [y+]',
    '    clamp -2 bound=7 side=high',
    '    weight -3.5 weight=0.5',
  ]);
});

test('§4 a module within its bounds, and at them, is left alone', () => {
  expect(
    traceOf([], [take('x', '4'), give('y', '7')], {
      modules: [
        module('m', [item('p', [leaf('x')])], { low: '-4', high: '7' }),
        module('n', [item('q', [leaf('y')])], { low: '-4', high: '7' }),
      ],
    }),
  ).toEqual([
    'total 3',
    '  module m -4',
    '    item p -4',
    '      indicator x -4',
    '        event -4 [x-]',
    '  module n 7',
    '    item q 7',
    '      indicator y 7',
    '        event 7 [y+]',
  ]);
});

test('§1 a module left out altogether leaves its marks to the others, bonus apart', () => {
  expect(
    traceOf([], [exempt('x'), take('y', '6'), give('z', '2')], {
      modules: [
        module('m', [item('p', [leaf('x')], { marks: '100' })], { weight: '40%' }),
        module('n', [item('q', [leaf('y')], { marks: '100' })], { weight: '60%' }),
        module('b', [item('r', [leaf('z')])]),
      ],
    }),
  ).toEqual([
    'total 96',
    '  module m exempt',
    '    item p exempt marks=100',
    '      base 100',
    '      indicator x exempt reason=未开展 [x0]',
    '      rescale -100 applicable=0 full=100',
    '  module n 56.4',
    '    item q 94 marks=100',
    '      base 100',
    '      indicator y -6',
    '        event -6 [y-]',
    '    weight -37.6 weight=0.6',
    '  module b 2',
    '    item r 2',
    '      indicator z 2',
    '        event 2 [z+]',
    '  rescale 37.6 factor=5/3 applicable=60 full=100',
  ]);
});

test('§1 ⚙notApplicable=full: a module left out altogether is given its marks', () => {
  expect(
    traceOf([], [exempt('x'), take('y', '6')], {
      notApplicable: 'full',
      modules: [
        module('m', [item('p', [leaf('x')], { marks: '100' })], { weight: '40%' }),
        module('n', [item('q', [leaf('y')], { marks: '100' })], { weight: '60%' }),
      ],
    }),
  ).toEqual([
    'total 96.4',
    '  module m exempt',
    '    item p exempt marks=100',
    '      base 100',
    '      indicator x exempt reason=未开展 [x0]',
    '      rescale -100 applicable=0 full=100',
    '    base 100 notApplicable=true',
    '    weight -60 weight=0.4',
    '    rescale -40 applicable=0 full=100',
    '  module n 56.4',
    '    item q 94 marks=100',
    '      base 100',
    '      indicator y -6',
    '        event -6 [y-]',
    '    weight -37.6 weight=0.6',
    '  base 40 notApplicable=true',
  ]);
});

test('§1 an indicator for others leaves its module without score', () => {
  expect(
    traceOf([], [take('y', '6')], {
      modules: [
        module('m', [item('p', [leaf('x', { subjects: { kinds: ['officer'] } })], { marks: '10' })]),
        module('n', [item('q', [leaf('y')], { marks: '20' })]),
      ],
    }),
  ).toEqual([
    'total 21',
    '  module m notApplicable',
    '    item p notApplicable marks=10',
    '      base 10',
    '      indicator x notApplicable',
    '      rescale -10 applicable=0 full=10',
    '  module n 14',
    '    item q 14 marks=20',
    '      base 20',
    '      indicator y -6',
    '        event -6 [y-]',
    '  rescale 7 factor=1.5 applicable=20 full=30',
  ]);
});

test('§1 where nothing applies, the total does not apply', () => {
  expect(
    traceOf([item('p', [leaf('x', { subjects: { kinds: ['officer'] } })], { marks: '10' })], []),
  ).toEqual([
    'total notApplicable',
    '  module m notApplicable',
    '    item p notApplicable marks=10',
    '      base 10',
    '      indicator x notApplicable',
    '      rescale -10 applicable=0 full=10',
  ]);
});

test('§1 a module not yet scored leaves the total not scored', () => {
  expect(
    traceOf([], [take('y', '6')], {
      modules: [
        module('m', [item('p', [indicator('r', { family: 'imported' })], { marks: '10' })]),
        module('n', [item('q', [leaf('y')], { marks: '20' })]),
      ],
    }),
  ).toEqual([
    'total notScored',
    '  module m notScored',
    '    item p notScored marks=10',
    '      base 10',
    '      indicator r notScored',
    '  module n 14',
    '    item q 14 marks=20',
    '      base 20',
    '      indicator y -6',
    '        event -6 [y-]',
  ]);
});

test('§4 an item of unmarked leaves beside an item left out', () => {
  expect(
    traceOf(
      [
        item('p', [leaf('x')], { marks: '10' }),
        item('q', [leaf('y')]),
        item('r', [leaf('z')], { marks: '5' }),
      ],
      [exempt('x'), take('y', '2'), take('z', '1')],
    ),
  ).toEqual([
    'total 10',
    '  module m 10',
    '    item p exempt marks=10',
    '      base 10',
    '      indicator x exempt reason=未开展 [x0]',
    '      rescale -10 applicable=0 full=10',
    '    item q -2',
    '      indicator y -2',
    '        event -2 [y-]',
    '    item r 4 marks=5',
    '      base 5',
    '      indicator z -1',
    '        event -1 [z-]',
    '    rescale 8 factor=3 applicable=5 full=15',
  ]);
});

const officers = { subjects: { kinds: ['officer'] } } as const;
const nothingApplies = item('p', [leaf('x', officers)], { marks: '10' });

test('§1 an item that does not apply leaves its marks to the others of its module, or gives them', () => {
  const items = [nothingApplies, item('q', [leaf('y')], { marks: '20' })];
  expect(traceOf(items, [take('y', '6')]).filter((line) => /^(total| {4}rescale)/.test(line))).toEqual([
    'total 21',
    '    rescale 7 factor=1.5 applicable=20 full=30',
  ]);
  const given = traceOf(items, [take('y', '6')], { notApplicable: 'full' });
  expect(given.filter((line) => /^(total| {4}base)/.test(line))).toEqual([
    'total 24',
    '    base 10 notApplicable=true',
  ]);
});

test('§1 ⚙notApplicable=full: a module that does not apply is given its marks', () => {
  const modules = [module('m', [nothingApplies]), module('n', [item('q', [leaf('y')], { marks: '20' })])];
  const given = traceOf([], [take('y', '6')], { notApplicable: 'full', modules });
  expect(given.filter((line) => /^(total| {2}base)/.test(line))).toEqual([
    'total 24',
    '  base 10 notApplicable=true',
  ]);
});

test('§5 a coefficient names its clause', () => {
  const coefficients = { identities: [{ code: 'k', name: '骨干', factor: '1.5', clause: 'k1' }] };
  const rules = { coefficients, clauses: ['c', 'k1'].map((id) => ({ id, text: id })) };
  const subjects = [unit('a', { identities: ['k'] })];
  expect(traceOf([item('p', [leaf('x')], { marks: '10' })], [], rules, { subjects }).at(-1)).toBe(
    '  coefficient 5 factor=1.5 identity=骨干 (k1)',
  );
});
