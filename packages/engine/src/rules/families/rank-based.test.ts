import { expect, test } from 'vitest';
import { refusalsOf, scoreOf } from '../../test-support/one-family.ts';
import { entry } from '../../test-support/small-rule-set.ts';
import type { RankBasedScoring, RankForm } from '../scoring.ts';

const measure = (quantity: string, of?: string) =>
  entry('x', { kind: 'measure', quantity, ...(of === undefined ? {} : { of }) });
const ranked = (form: RankForm, more: Partial<RankBasedScoring> = {}): RankBasedScoring => ({
  family: 'rankBased',
  form,
  ...more,
});
const top: RankForm = { kind: 'fromTop', first: '50', step: '-2', floor: '45' };
const five = { peers: ['9', '8', '8', '6', '5'] };
const amounts = (form: RankForm, own: readonly string[], more: Partial<RankBasedScoring> = {}) =>
  own.map((quantity) => {
    const score = scoreOf(ranked(form, more), [measure(quantity)], five);
    return typeof score === 'object' && score !== null && 'amount' in score ? score.amount : score;
  });

test('§2 rankBased: the place among the others, the better one for equals, and every operand', () => {
  expect(scoreOf(ranked(top, { unit: '件' }), [measure('8')], five)).toEqual({
    amount: '48',
    absolute: false,
    measured: '8',
    facts: { actual: '8', place: 2, size: 5, unit: '件' },
  });
  expect(scoreOf(ranked(top), [measure('8')], { ...five, own: { marks: '50' } })).toMatchObject({
    absolute: true,
    facts: { unit: '' },
  });
});

test('§2 rankBased from the top: each place less, not below the floor', () => {
  expect(amounts(top, ['9', '8', '6', '5'])).toEqual(['50', '48', '45', '45']);
  expect(amounts({ kind: 'fromTop', first: '50', step: '-2' }, ['6', '5'])).toEqual(['44', '42']);
});

test('§2 rankBased from the bottom: each place more, not above the ceiling', () => {
  const bottom = { kind: 'fromBottom', last: '1', step: '2' } as const;
  expect(amounts(bottom, ['9', '8', '6', '5'])).toEqual(['9', '7', '3', '1']);
  expect(amounts({ ...bottom, ceiling: '5' }, ['9', '8', '6', '5'])).toEqual(['5', '5', '3', '1']);
});

test('§2 rankBased by a table, and in proportion to the best', () => {
  expect(amounts({ kind: 'table', places: ['5', '3'], otherwise: '1' }, ['9', '8', '6', '5'])).toEqual([
    '5',
    '3',
    '1',
    '1',
  ]);
  const share = { kind: 'proportion', full: '18' } as const;
  expect(amounts(share, ['9', '8', '5'])).toEqual(['18', '16', '10']);
  expect(scoreOf(ranked(share), [measure('0')], { peers: ['0'] })).toMatchObject({ amount: '0' });
});

test('§2 rankBased ⚙better: the lower measure is the better', () => {
  const low = { peers: ['5', '6', '8', '8', '9'] };
  const place = (quantity: string) => scoreOf(ranked(top, { better: 'low' }), [measure(quantity)], low);
  expect(place('5')).toMatchObject({ facts: { place: 1 } });
  expect(place('8')).toMatchObject({ facts: { place: 3 } });
  expect(place('9')).toMatchObject({ facts: { place: 5 } });
});

test('§2 rankBased ⚙combine, ⚙scale: the last measure counts, a rate is in percent', () => {
  const two = [measure('5'), measure('9')];
  expect(scoreOf(ranked(top), two, five)).toMatchObject({ measured: '9' });
  expect(scoreOf(ranked(top, { combine: 'mean' }), two, five)).toMatchObject({ measured: '7' });
  const rates = { peers: ['50'] };
  expect(scoreOf(ranked(top), [measure('1', '2')], rates)).toMatchObject({ measured: '50' });
  expect(scoreOf(ranked(top, { scale: '1' }), [measure('1', '2')], { peers: ['0.5'] })).toMatchObject({
    measured: '0.5',
  });
});

test('§1 rankBased: without others it does not apply, without a measure it is not scored', () => {
  expect(scoreOf(ranked(top), [measure('1')])).toBe('notApplicable');
  expect(scoreOf(ranked(top), [], five)).toBe('notScored');
});

test('§2 rankBased: a proportion to the best needs “higher is better”', () => {
  const share = { kind: 'proportion', full: '18' } as const;
  expect(refusalsOf(ranked(share, { better: 'low' }))).toEqual([
    {
      code: 'proportionNeedsHigh',
      path: 'i.scoring.better',
      message: '指标“指标x”按与最好者的比例给分，只能用于数值越高越好的情形',
    },
  ]);
  expect(refusalsOf(ranked(share, { better: 'high' }))).toEqual([]);
  expect(refusalsOf(ranked(top, { better: 'low' }))).toEqual([]);
});

test.each<[RankForm, readonly string[]]>([
  [{ kind: 'fromTop', first: '甲', step: '乙', floor: '丙' }, ['first', 'step', 'floor']],
  [{ kind: 'fromBottom', last: '甲', step: '乙', ceiling: '丙' }, ['last', 'step', 'ceiling']],
  [{ kind: 'table', places: ['1', '甲'], otherwise: '乙' }, ['places[1]', 'otherwise']],
  [{ kind: 'proportion', full: '甲' }, ['full']],
])('§2 rankBased: numbers of $kind are read where they stand', (form, names) => {
  expect(refusalsOf(ranked(form, { scale: '丁' })).map(({ path }) => path)).toEqual([
    'i.scoring.scale',
    ...names.map((name) => `i.scoring.form.${name}`),
  ]);
});
