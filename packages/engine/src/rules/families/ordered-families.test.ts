import { expect, test } from 'vitest';
import { exact } from '../../kernel/exact-text.ts';
import { counting, live, pointsOf, refusalsOf } from '../../test-support/one-family.ts';
import { entry } from '../../test-support/small-rule-set.ts';
import type { FactEntry } from '../facts.ts';
import type { EscalationScoring, LatenessScoring, Scoring } from '../scoring.ts';
import { distinctOccurrences } from './escalation.ts';

const act = (more: Partial<FactEntry> = {}) => entry('x', { id: 'e', ...more });
const steps: EscalationScoring = {
  family: 'escalation',
  steps: [{ points: '-3' }, { points: '-5', effect: { kind: 'noGrade' } }],
};

test('§2 escalation: the nth occurrence takes the nth step, further ones the last', () => {
  expect(pointsOf(steps, act())).toEqual({
    points: '-3',
    standard: null,
    detail: { event: '第 1 次', unitPoints: '-3', quantity: '1', unit: '次', nth: 1 },
  });
  expect(pointsOf(steps, act(), { nth: 2 })).toMatchObject({ points: '-5', detail: { event: '第 2 次' } });
  expect(pointsOf(steps, act(), { nth: 3 })).toMatchObject({ points: '-5', detail: { nth: 3 } });
  expect(pointsOf(steps, act(), { factor: exact('2') })).toMatchObject({
    points: '-6',
    detail: { unitPoints: '-3' },
  });
  expect(pointsOf(steps, act(), { silent: true })).toMatchObject({ points: '-3', detail: null });
});

test('§2 escalation: each occurrence is an entry of its own', () => {
  expect(pointsOf(steps, act({ quantity: '1' }))).toMatchObject({ points: '-3' });
  expect(pointsOf(steps, act({ quantity: '2' }))).toMatchObject({
    refusals: [
      {
        code: 'quantityNotAllowed',
        path: 'entries[e].quantity',
        message: '指标“指标x”按次递进，每次须单独记一条',
      },
    ],
  });
});

test('§2 escalation: the effect of each occurrence that has one, one matter once', () => {
  const { family } = counting(steps);
  const rule = { kind: 'noGrade' };
  expect(family.effects([live(act({ id: 'a' }))])).toEqual([]);
  const three = ['a', 'b', 'c'].map((id) => live(act({ id })));
  expect(family.effects(three)).toEqual([
    { rule, source: 'b' },
    { rule, source: 'c' },
  ]);
  const same = ['a', 'b'].map((id) => live(act({ id, matter: 'm' })));
  expect(family.effects(same)).toEqual([]);
  expect(family.empties(three)).toBeNull();
});

test('§3 occurrences: the first entry of each matter, every entry without one', () => {
  const entries = [{ matter: 'm' }, {}, { matter: 'n' }, { matter: 'm' }, {}].map((more, at) => ({
    entry: { id: `e${at}`, ...more },
  }));
  expect(distinctOccurrences(entries).map((own) => own.entry.id)).toEqual(['e0', 'e1', 'e2', 'e4']);
});

test('§2 escalation: at least one step, every number one', () => {
  expect(refusalsOf({ ...steps, steps: [] })).toEqual([
    {
      code: 'stepsMissing',
      path: 'i.scoring.steps',
      message: '指标“指标x”没有列出各次的分值，请至少写一次',
    },
  ]);
  expect(refusalsOf({ ...steps, steps: [{ points: '-1' }, { points: '甲' }] })).toMatchObject([
    { code: 'numberMalformed', path: 'i.scoring.steps[1].points' },
  ]);
  expect(refusalsOf(steps)).toEqual([]);
});

test('§9 effectOnly: no points, its effect for every entry', () => {
  const scoring: Scoring = { family: 'effectOnly', effect: { kind: 'gradeCeiling', grade: '一般' } };
  expect(pointsOf(scoring, act())).toEqual({
    points: '0',
    standard: null,
    detail: { event: '指标x', effect: 'gradeCeiling' },
  });
  expect(pointsOf(scoring, act(), { silent: true })).toMatchObject({ detail: null });
  const { family } = counting(scoring);
  expect(family.effects([live(act({ id: 'n' }))])).toEqual([
    { rule: { kind: 'gradeCeiling', grade: '一般' }, source: 'n' },
  ]);
  expect(family.empties([live(act())])).toBeNull();
});

const lateness = (more: Partial<LatenessScoring> = {}): LatenessScoring => ({
  family: 'lateness',
  by: 'day',
  points: '-0.5',
  ...more,
});
const overdue = (doneOn: string, more: Partial<FactEntry> = {}) =>
  act({ dueOn: '2026-09-30', doneOn, ...more });

test('§2 lateness: the days past the date, in steps, with every operand', () => {
  expect(pointsOf(lateness(), overdue('2026-10-05'))).toEqual({
    points: '-2.5',
    standard: null,
    detail: {
      event: '逾期',
      unitPoints: '-0.5',
      quantity: '5',
      unit: '步',
      daysLate: '5',
      by: 'day',
    },
  });
  expect(pointsOf(lateness(), act({ quantity: '3' }))).toMatchObject({ points: '-1.5' });
  expect(pointsOf(lateness(), overdue('2026-10-05', { quantity: '1' }))).toMatchObject({ points: '-0.5' });
  expect(pointsOf(lateness(), overdue('2026-09-30'))).toMatchObject({ points: '0' });
  expect(pointsOf(lateness(), overdue('2026-09-29'))).toMatchObject({
    points: '0',
    detail: { daysLate: '0' },
  });
  expect(pointsOf(lateness(), overdue('2026-10-01'), { silent: true })).toEqual({
    points: '-0.5',
    standard: null,
    detail: null,
  });
});

test('§2 lateness ⚙per, ⚙stepRounding, ⚙cap: begun steps count, up to the most one piece can cost', () => {
  const five = overdue('2026-10-05');
  expect(pointsOf(lateness({ per: '2' }), five)).toMatchObject({ points: '-1.5' });
  expect(pointsOf(lateness({ per: '2', stepRounding: 'floor' }), five)).toMatchObject({ points: '-1' });
  expect(pointsOf(lateness({ per: '2', stepRounding: 'prorata' }), five)).toMatchObject({ points: '-1.25' });
  expect(pointsOf(lateness({ cap: '2' }), five)).toMatchObject({ points: '-2' });
  expect(pointsOf(lateness({ cap: '3' }), five)).toMatchObject({ points: '-2.5' });
  const twice = { factor: exact('2') };
  expect(pointsOf(lateness(), five, twice)).toMatchObject({ points: '-5' });
  expect(pointsOf(lateness({ cap: '2' }), five, twice)).toMatchObject({ points: '-2' });
  expect(pointsOf(lateness({ cap: '2' }), five, { factor: exact('1/2') })).toMatchObject({ points: '-1.25' });
});

const calendar = { years: [{ year: 2026, holidays: ['2026-10-01', '2026-10-02'], workdays: [] }] };

test('§13 lateness by working days needs the table of the year', () => {
  const working = lateness({ by: 'workingDay' });
  expect(pointsOf(working, overdue('2026-10-06'), { calendar })).toMatchObject({
    points: '-1',
    detail: { daysLate: '2', by: 'workingDay' },
  });
  expect(pointsOf(working, overdue('2026-09-30'))).toMatchObject({ points: '0' });
  expect(pointsOf(working, overdue('2026-10-06'))).toEqual({
    points: '0',
    refusals: [
      {
        code: 'calendarMissing',
        path: 'entries[e]',
        message: '没有 2026 年的节假日和调休表，不能推算工作日；请先导入国务院办公厅公布的 2026 年安排',
      },
    ],
  });
});

const unknownDays = {
  points: '0',
  refusals: [
    {
      code: 'lateDaysMissing',
      path: 'entries[e]',
      message: '记录 e 须写明逾期天数 quantity，或者截止日 dueOn 和完成日 doneOn',
    },
  ],
};
test.each<[string, Partial<FactEntry>]>([
  ['no dates', {}],
  ['no due date', { doneOn: '2026-09-30' }],
  ['no date of completion', { dueOn: '2026-09-30' }],
  ['a day that does not exist', { dueOn: '2026-09-31', doneOn: '2026-10-01' }],
  ['a completion that does not exist', { dueOn: '2026-09-30', doneOn: 'soon' }],
])('§2 lateness with %s is refused', (_name, more) => {
  expect(pointsOf(lateness(), act(more))).toEqual(unknownDays);
});

test('§2 lateness ⚙voidAfter: more days than this and the work is void', () => {
  const voided = (days: string, own: { marks?: string } = {}, more: Partial<LatenessScoring> = {}) => {
    const { family, numbers, refusals } = counting(lateness({ voidAfter: 5, ...more }), own);
    const late = act({ quantity: days });
    const context = {
      numbers,
      refusals,
      calendar: null,
      factor: exact('1'),
      nth: 1,
      since: null,
      wantsDetail: false,
      standard: null,
      detail: null,
    };
    family.points(late, context);
    expect(family.effects([live(late)])).toEqual([]);
    return family.empties([live(act()), live(late)]);
  };
  expect(voided('5')).toBeNull();
  expect(voided('6')).toBe('item');
  expect(voided('6', { marks: '8' })).toBe('indicator');
  const { voidAfter: _, ...never } = lateness({ voidAfter: 5 });
  expect(counting(never).family.empties([live(act({ quantity: '60' }))])).toBeNull();
});

test('§2 lateness: a step lies above zero, every number is one', () => {
  const fault = {
    code: 'stepNotPositive',
    path: 'i.scoring.per',
    message: '指标“指标x”的逾期步长必须大于 0',
  };
  for (const per of ['0', '-1']) expect(refusalsOf(lateness({ per }))).toEqual([fault]);
  expect(refusalsOf(lateness({ per: '0.5' }))).toEqual([]);
  expect(refusalsOf(lateness({ points: '甲', per: '乙', cap: '丙' })).map(({ path }) => path)).toEqual([
    'i.scoring.points',
    'i.scoring.per',
    'i.scoring.cap',
    'i.scoring.per',
  ]);
  expect(pointsOf(lateness(), act({ quantity: '三' }))).toMatchObject({
    refusals: [{ code: 'numberMalformed', path: 'entries[e].quantity' }],
  });
});
