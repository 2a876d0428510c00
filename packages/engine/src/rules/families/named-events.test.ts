import { expect, test } from 'vitest';
import { exact } from '../../kernel/exact-text.ts';
import { counting, pointsOf, refusalsOf } from '../../test-support/one-family.ts';
import { entry } from '../../test-support/small-rule-set.ts';
import { toPlain } from '../evaluation-json.ts';
import type { FactEntry } from '../facts.ts';
import type { NamedEvent, Scoring } from '../scoring.ts';

const late: NamedEvent = { code: 'late', name: '迟到', points: '-1' };
const flaw: NamedEvent = {
  code: 'flaw',
  name: '瑕疵',
  points: '-0.2',
  unit: '处',
  clause: '第三条',
  byRole: [
    { role: 'leader', points: '-0.1' },
    { role: 'unit', points: '-0.4' },
  ],
};
const listed = (...events: readonly NamedEvent[]): Scoring => ({ family: 'occurrence', events });
const act = (more: Partial<FactEntry> = {}) => entry('x', { id: 'e', ...more });
const both = listed(late, flaw);

test('§2 a named event: its points × how often, with every operand', () => {
  expect(pointsOf(both, act({ event: 'flaw', quantity: '3' }))).toEqual({
    points: '-0.6',
    standard: '-0.6',
    detail: { event: '瑕疵', unitPoints: '-0.2', quantity: '3', unit: '处', clause: '第三条' },
  });
  expect(pointsOf(both, act({ event: 'late' }))).toEqual({
    points: '-1',
    standard: '-1',
    detail: { event: '迟到', unitPoints: '-1', quantity: '1', unit: '次' },
  });
  expect(pointsOf(both, act({ event: 'late', quantity: '0' }))).toMatchObject({ points: '0' });
});

test('§2 no detail is kept where nobody asked for it', () => {
  expect(pointsOf(both, act({ event: 'late' }), { silent: true })).toEqual({
    points: '-1',
    standard: '-1',
    detail: null,
  });
});

test('§2 the multipliers act on the points', () => {
  expect(pointsOf(both, act({ event: 'late', quantity: '3' }), { factor: exact('0.5') })).toMatchObject({
    points: '-1.5',
    standard: '-1.5',
  });
});

test('P2 a role has points of its own where the rule gives them', () => {
  const points = (role: string, event = 'flaw') => pointsOf(both, act({ event, role }));
  expect(points('leader')).toMatchObject({ points: '-0.1' });
  expect(points('unit')).toMatchObject({ points: '-0.4' });
  expect(points('other')).toMatchObject({ points: '-0.2' });
  expect(points('leader', 'late')).toMatchObject({ points: '-1' });
});

test('§2 an entry need not name the only event there is', () => {
  expect(pointsOf(listed(late), act())).toMatchObject({ points: '-1' });
  expect(pointsOf(both, act())).toEqual({
    points: '0',
    refusals: [
      {
        code: 'eventUnknown',
        path: 'entries[e].event',
        message: '记录 e 没有写明情形；指标“指标x”的情形有：late、flaw',
      },
    ],
  });
  expect(pointsOf(both, act({ event: 'other' }))).toEqual({
    points: '0',
    refusals: [
      {
        code: 'eventUnknown',
        path: 'entries[e].event',
        message: '记录 e 的情形“other”不在指标“指标x”之内，可用的有：late、flaw',
      },
    ],
  });
  expect(pointsOf(listed(late), act({ event: 'other' }))).toMatchObject({ points: '0' });
});

test('§2 nothing happens a negative number of times', () => {
  expect(pointsOf(listed(late), act({ quantity: '-1' }))).toEqual({
    points: '0',
    refusals: [
      {
        code: 'quantityNegative',
        path: 'entries[e].quantity',
        message: '记录 e 的数量为负；更正请冲销原记录后另记一条',
      },
    ],
  });
  expect(pointsOf(listed(late), act({ quantity: '一' }))).toMatchObject({
    refusals: [{ code: 'numberMalformed', path: 'entries[e].quantity' }],
  });
});

const merit = listed({ code: 'merit', name: '三等功', points: '3' });
const shared = (points: string, more: Partial<FactEntry> = {}) =>
  pointsOf(merit, act({ points, matter: 'm', ...more }));

test('§3 ⚙split: an entry may claim a share of one matter, up to its standard', () => {
  expect(shared('2')).toEqual({
    points: '2',
    standard: '3',
    detail: { event: '三等功', unitPoints: '3', quantity: '1', unit: '次', standard: '3' },
  });
  for (const points of ['0', '3']) expect(shared(points)).toMatchObject({ points, standard: '3' });
  expect(pointsOf(listed(late), act({ points: '-0.5', matter: 'm' }))).toMatchObject({ points: '-0.5' });
});

test.each(['3.01', '-1', '-3.01'])('§3 a share of %s in a standard of 3 is refused', (points) => {
  expect(shared(points)).toEqual({
    points,
    refusals: [
      {
        code: 'shareTooLarge',
        path: 'entries[e].points',
        message: '记录 e 分得的分值超出该情形的标准分值',
      },
    ],
  });
});

test('§3 points of its own without a matter, or that are no number, are refused', () => {
  expect(pointsOf(merit, act({ points: '2' }))).toEqual({
    points: '2',
    refusals: [
      {
        code: 'shareWithoutMatter',
        path: 'entries[e].points',
        message: '记录 e 自带分值，但没有写事项编号；只有多人分摊同一事项时才能自带分值',
      },
    ],
  });
  expect(shared('两分')).toMatchObject({
    refusals: [{ code: 'numberMalformed', path: 'entries[e].points' }],
  });
});

test('X7 events have codes of their own, there is at least one, every number is one', () => {
  expect(refusalsOf(listed(late, { ...flaw, code: 'late' }))).toEqual([
    {
      code: 'codeDuplicate',
      path: 'i.scoring.events[1].code',
      message: '指标“指标x”的情形代码“late”重复，请改用不同的代码',
    },
  ]);
  expect(refusalsOf(listed())).toEqual([
    {
      code: 'eventsMissing',
      path: 'i.scoring.events',
      message: '指标“指标x”没有列出任何计分情形，请至少写一个',
    },
  ]);
  const wrong = { ...flaw, points: '甲', byRole: [{ role: 'leader', points: '乙' }] };
  expect(refusalsOf(listed(late, wrong)).map(({ path }) => path)).toEqual([
    'i.scoring.events[1].byRole[0].points',
    'i.scoring.events[1].points',
  ]);
});

test('§2 what one occurrence is worth by itself is known by the event’s code', () => {
  const of = (scoring: Scoring) => {
    const fixed = counting(scoring).family.pointsOf;
    return toPlain({ byCode: Object.fromEntries(fixed?.byCode ?? []), only: fixed?.only });
  };
  expect(of(both)).toEqual({ byCode: { late: '-1', flaw: '-0.2' }, only: null });
  expect(of(listed(late))).toEqual({ byCode: { late: '-1' }, only: '-1' });
});
