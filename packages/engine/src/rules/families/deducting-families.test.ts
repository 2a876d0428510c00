import { expect, test } from 'vitest';
import { exact } from '../../kernel/exact-text.ts';
import { counting, live, pointsOf, refusalsOf } from '../../test-support/one-family.ts';
import { entry } from '../../test-support/small-rule-set.ts';
import type { FactEntry } from '../facts.ts';
import type { AllOrNothingScoring, BandScoring, NamedEvent, Scoring } from '../scoring.ts';

const late: NamedEvent = { code: 'late', name: '迟到', points: '-1' };
const act = (more: Partial<FactEntry> = {}) => entry('x', { id: 'e', ...more });

test('§2 occurrence, ladder, deductFromFull: named events, nothing emptied, no effects', () => {
  const standing = [live(act())];
  for (const family of ['occurrence', 'ladder', 'deductFromFull'] as const) {
    const scoring: Scoring = { family, events: [late] };
    expect(pointsOf(scoring, act({ quantity: '2' }), { own: { marks: '5' } })).toMatchObject({
      points: '-2',
    });
    const own = counting(scoring, { marks: '5' }).family;
    expect([own.empties(standing), own.effects(standing)]).toEqual([null, []]);
  }
});

test('§2 deductFromFull: marks are needed, an event deducts, the floor is a number', () => {
  const scoring: Scoring = {
    family: 'deductFromFull',
    events: [late, { ...late, code: 'plus', points: '0.1' }],
  };
  expect(refusalsOf(scoring)).toEqual([
    {
      code: 'marksMissing',
      path: 'i.marks',
      message: '指标“指标x”采用“满分倒扣”，必须写明分值 marks',
      clause: 'c',
    },
    {
      code: 'deductionPositive',
      path: 'i.scoring.events[1].points',
      message: '指标“指标x”采用满分倒扣，情形“迟到”的分值应为负数',
      clause: 'c',
    },
  ]);
  const none: Scoring = { family: 'deductFromFull', events: [{ ...late, points: '0' }], floor: '零' };
  expect(refusalsOf(none, { marks: '5' })).toMatchObject([
    { code: 'numberMalformed', path: 'i.scoring.floor' },
  ]);
});

const band: BandScoring = { family: 'band', min: '-10', max: '-1' };
const chosen = (points: string, more: Partial<FactEntry> = {}) =>
  act({ points, reason: '情节较重', ...more });

test('§2 band: the reviewer’s choice, with the band it was made in', () => {
  expect(pointsOf(band, chosen('-4.5'))).toEqual({
    points: '-4.5',
    standard: '-4.5',
    detail: { event: '指标x', unitPoints: '-4.5', quantity: '1', unit: '起', min: '-10', max: '-1' },
  });
  expect(pointsOf({ ...band, unit: '次' }, chosen('-1'))).toMatchObject({ detail: { unit: '次' } });
  expect(pointsOf(band, chosen('-4'), { silent: true })).toEqual({
    points: '-4',
    standard: '-4',
    detail: null,
  });
  expect(pointsOf(band, chosen('-4'), { factor: exact('2') })).toMatchObject({
    points: '-8',
    standard: '-8',
  });
});

test('§3 band: of additions the upper end is the standard that several officers share', () => {
  const plus: BandScoring = { family: 'band', min: '0', max: '3' };
  expect(pointsOf(plus, chosen('2'))).toMatchObject({ points: '2', standard: '3' });
  const twice = { factor: exact('2') };
  expect(pointsOf(plus, chosen('2'), twice)).toMatchObject({ points: '4', standard: '6' });
  expect(pointsOf(plus, chosen('0'))).toMatchObject({ points: '0', standard: '0' });
});

test.each(['-10.01', '-0.99'])('§2 band: %s lies outside and is refused with the band', (points) => {
  expect(pointsOf(band, chosen(points))).toMatchObject({
    refusals: [
      {
        code: 'pointsOutsideBand',
        path: 'entries[e].points',
        message: `记录 e 评 ${points} 分，超出指标“指标x”的幅度 -10 至 -1 分`,
        clause: 'c',
      },
    ],
  });
});

test('§2 band: a choice needs its points and a reason in words', () => {
  for (const points of ['-10', '-1']) expect(pointsOf(band, chosen(points))).toMatchObject({ points });
  expect(pointsOf(band, act({ reason: '情节较重' }))).toEqual({
    points: '0',
    refusals: [
      {
        code: 'pointsMissing',
        path: 'entries[e].points',
        message: '记录 e 没有写明评分，指标“指标x”的幅度为 -10 至 -1 分',
      },
    ],
  });
  const unreasoned = {
    points: '-2',
    refusals: [
      { code: 'reasonMissing', path: 'entries[e].reason', message: '记录 e 在幅度内评分，必须写明理由' },
    ],
  };
  expect(pointsOf(band, act({ points: '-2' }))).toEqual(unreasoned);
  expect(pointsOf(band, act({ points: '-2', reason: '  ' }))).toEqual(unreasoned);
});

test('§2 band: its ends stand in order and are numbers', () => {
  expect(refusalsOf({ ...band, min: '0' })).toEqual([
    { code: 'bandReversed', path: 'i.scoring.min', message: '指标“指标x”的幅度下限大于上限，请对调' },
  ]);
  expect(refusalsOf({ ...band, min: '-1' })).toEqual([]);
  expect(refusalsOf({ family: 'band', min: '甲', max: '乙' }).map(({ path }) => path)).toEqual([
    'i.scoring.min',
    'i.scoring.max',
  ]);
  const own = counting(band).family;
  expect([own.empties([live(act())]), own.effects([live(act())])]).toEqual([null, []]);
});

const five: AllOrNothingScoring = { family: 'allOrNothing', events: [late], times: 5 };
const emptied = (
  quantities: readonly (string | undefined)[],
  scoring: AllOrNothingScoring = five,
  own: { marks?: string } = {},
) =>
  counting(scoring, own).family.empties(
    quantities.map((quantity) => live(act(quantity === undefined ? {} : { quantity }))),
  );

test('§2 allOrNothing: so many occurrences empty the item, one fewer does not', () => {
  expect(emptied(['4'])).toBeNull();
  expect(emptied(['5'])).toBe('item');
  expect(emptied(['6'])).toBe('item');
  expect(emptied([undefined, undefined, '3'])).toBe('item');
  expect(emptied([undefined, '3'])).toBeNull();
  expect(emptied([])).toBeNull();
  expect(emptied([], { ...five, times: 0 })).toBeNull();
  expect(pointsOf(five, act({ quantity: '2' }))).toMatchObject({ points: '-2' });
  expect(counting(five).family.effects([live(act())])).toEqual([]);
});

test('§2 allOrNothing ⚙empties: with marks of its own it empties itself, unless told otherwise', () => {
  expect(emptied(['5'], five, { marks: '3' })).toBe('indicator');
  expect(emptied(['5'], { ...five, empties: 'item' }, { marks: '3' })).toBe('item');
  expect(refusalsOf({ ...five, empties: 'indicator' })).toEqual([
    {
      code: 'marksMissing',
      path: 'i.marks',
      message: '指标“指标x”要求清零本指标，必须写明分值 marks；要清零整个项目请写 empties: item',
    },
  ]);
  expect(refusalsOf(five)).toEqual([]);
  expect(refusalsOf({ ...five, empties: 'indicator' }, { marks: '3' })).toEqual([]);
});

test('§3 allOrNothing: what another entry of the matter stands for is no occurrence', () => {
  const standing = [live(act({ quantity: '3' })), live(act({ quantity: '2' }), '-2', 'other')];
  expect(counting(five).family.empties(standing)).toBeNull();
  const bad = counting(five);
  bad.family.empties([live(act({ quantity: '五' }))]);
  expect(bad.refusals.list).toMatchObject([{ code: 'numberMalformed', path: 'entries[e].quantity' }]);
});
