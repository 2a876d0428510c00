import { describe, expect, test } from 'vitest';
import { runSmallCommand, type SmallCommand } from '../command-io.ts';
import { runCommand } from '../test-support/run-command.ts';
import { quotaCommand } from './quota.ts';
import { rankCommand } from './rank.ts';
import { splitCommand } from './split.ts';
import { workingDaysCommand } from './working-days.ts';

/** Runs on standard input; the answer, or code and path of every refusal. */
async function ask<T>(command: SmallCommand<T>, input: string | object) {
  const stdin = typeof input === 'string' ? input : JSON.stringify(input);
  const { code, json } = await runCommand((argv, io) => runSmallCommand(command, argv, io), [], { stdin });
  if (code === 0) return json();
  expect(code).toBe(1);
  const { refusals, ...first } = json();
  expect(refusals[0]).toEqual(first);
  for (const { message } of refusals) expect(message).toMatch(/\p{Script=Han}/u);
  return refusals.map((own: { code: string; path: string }) => [own.code, own.path]);
}

describe('R4 §10 mingji quota', () => {
  const cycle = (participants: unknown, used?: unknown) => ({
    participants,
    ...(used === undefined ? {} : { used }),
  });
  const quota = (rate: unknown, cycles: unknown) => ask(quotaCommand, { rate, cycles });

  test('R4 balance, cap and carry-over of each cycle; the exact zero allows nobody', async () => {
    const cycles = [cycle(1, 1), cycle(1, 0), cycle(2, 1), cycle(1, 0)];
    expect(await quota('0.40', cycles)).toEqual({
      cycles: [
        { available: '0.4', cap: 1, carry: '-0.6' },
        { available: '-0.2', cap: 0, carry: '-0.2' },
        { available: '0.6', cap: 1, carry: '-0.4' },
        { available: '0', cap: 0, carry: '0' },
      ],
    });
    expect(await quota('0.40', [])).toEqual({ cycles: [] });
  });

  test('R4 a rate is a decimal, a percentage or a fraction, and stays exact', async () => {
    const answer = { cycles: [{ available: '3.2', cap: 3, carry: '0.2' }] };
    for (const rate of ['0.40', '40%', '2/5', 0.4]) expect(await quota(rate, [cycle(8, 3)])).toEqual(answer);
    expect(await quota('1/3', [cycle('4', '1')])).toEqual({
      cycles: [{ available: '4/3', cap: 1, carry: '1/3' }],
    });
  });

  test('R4 the cycle not yet submitted has no carry; only the last may be open', async () => {
    expect(await quota('0.40', [cycle(8, 3), cycle(8)])).toMatchObject({
      cycles: [{}, { cap: 3, carry: null }],
    });
    expect(await quota('0.40', [cycle(8), cycle(8, 3)])).toEqual([['usedMissing', 'cycles[0].used']]);
  });

  test('R4 used above the cap is refused with its place', async () => {
    expect(await quota('0.40', [cycle(8, 3), cycle(8, 4)])).toEqual([['quotaExceeded', 'cycles[1].used']]);
  });

  test('R4 wrong rates, people and fields are refused with their places', async () => {
    expect(await quota('1.5', [])).toEqual([['rateOutOfRange', 'rate']]);
    expect(await quota('-0.4', [])).toEqual([['rateOutOfRange', 'rate']]);
    expect(await quota('forty', [])).toEqual([['formatInvalid', 'rate']]);
    expect(await quota('0.4', [cycle(-1, 0), cycle(1.5, true), cycle(null, '1e2')])).toEqual([
      ['formatInvalid', 'cycles[0].participants'],
      ['formatInvalid', 'cycles[1].participants'],
      ['formatInvalid', 'cycles[1].used'],
      ['formatInvalid', 'cycles[2].participants'],
      ['formatInvalid', 'cycles[2].used'],
    ]);
    expect(await quota('0.4', Array(1001).fill(cycle(1, 0)))).toEqual([['formatInvalid', 'cycles']]);
    expect(await ask(quotaCommand, { rate: '0.4', cycles: [], carry: '1' })).toEqual([
      ['fieldUnknown', 'carry'],
    ]);
    expect(await ask(quotaCommand, { cycles: [] })).toEqual([['formatInvalid', 'rate']]);
  });
});

describe('§7 mingji rank', () => {
  const rank = (subjects: unknown) => ask(rankCommand, { subjects });
  test('§7 ranks by id; the unscored, exempt and excluded have none', async () => {
    const subjects = [
      { id: 'a', score: '95' },
      { id: 'b', score: null },
      { id: 'c', score: '90', effect: 'rankLast' },
      { id: 'd', score: '99', exempt: true },
      { id: 'e', score: '93', exempt: false },
      { id: 'f', score: '93.0' },
      { id: 'g', score: '97', effect: 'excludeFromRanking' },
      { id: 'h', score: '0' },
    ];
    expect(await rank(subjects)).toEqual({
      ranks: { a: 1, b: null, c: 5, d: null, e: 2, f: 2, g: null, h: 4 },
    });
    expect(await rank([])).toEqual({ ranks: {} });
  });

  test('§7 any id is just an id, also those that mean something to JavaScript', async () => {
    const { code, out } = await runCommand((argv, io) => runSmallCommand(rankCommand, argv, io), [], {
      stdin: '{"subjects":[{"id":"__proto__","score":"2"},{"id":"n","score":"1"},{"id":"d","score":"3"}]}',
    });
    expect([code, JSON.parse(out, (key, value) => (key === '__proto__' ? `own ${value}` : value))]).toEqual([
      0,
      { ranks: { ...JSON.parse('{"__proto__":"own 2"}'), n: 3, d: 1 } },
    ]);
    expect(Object.keys(JSON.parse(out).ranks)).toEqual(['__proto__', 'n', 'd']);
  });

  test('§1 scores are compared exactly, digit by digit', async () => {
    const stdin = '{"subjects":[{"id":"a","score":0.30000000000000004},{"id":"b","score":0.3}]}';
    expect(await ask(rankCommand, stdin)).toEqual({ ranks: { a: 1, b: 2 } });
  });

  test('§7 an id written twice, a missing score and unknown effects are refused with their places', async () => {
    expect(
      await rank([
        { id: 'a', score: '1' },
        { id: 'a', score: '2' },
      ]),
    ).toEqual([['subjectDuplicate', 'subjects[1].id']]);
    expect(await rank([{ id: 'a' }, { id: '', score: 'x', effect: 'zeroTotal', exempt: 1 }])).toEqual([
      ['formatInvalid', 'subjects[0].score'],
      ['formatInvalid', 'subjects[1].id'],
      ['formatInvalid', 'subjects[1].score'],
      ['formatInvalid', 'subjects[1].effect'],
      ['formatInvalid', 'subjects[1].exempt'],
    ]);
  });
});

describe('§14 mingji split', () => {
  test('§14 10 over 3, 3, 1 is 4, 4, 2; equal remainders go by order', async () => {
    const given = { total: '10', weights: ['3', '3', '1'] };
    expect(await ask(splitCommand, { ...given, unit: '1' })).toEqual({ parts: ['4', '4', '2'] });
    expect(await ask(splitCommand, given)).toEqual({ parts: ['4', '4', '2'] });
    expect(await ask(splitCommand, { total: 1, weights: [1, 1, 1] })).toEqual({ parts: ['1', '0', '0'] });
    const eleven = Array(11).fill('1');
    expect(await ask(splitCommand, { total: '3', weights: eleven })).toEqual({
      parts: [...Array(3).fill('1'), ...Array(8).fill('0')],
    });
  });

  test('§14 the unit may be any size; a weight of 0 gets nothing', async () => {
    expect(await ask(splitCommand, { total: '2.5', weights: ['1', '0', '1'], unit: '0.5' })).toEqual({
      parts: ['1.5', '0', '1'],
    });
    expect(await ask(splitCommand, { total: '0', weights: ['1'] })).toEqual({ parts: ['0'] });
  });

  test('§14 what cannot be split is refused with its place', async () => {
    const split = (more: object) => ask(splitCommand, { total: '10', weights: ['3', '1'], ...more });
    expect(await split({ total: '10.5' })).toEqual([['quantityNotWhole', 'total']]);
    expect(await split({ total: '-10' })).toEqual([['quantityNegative', 'total']]);
    expect(await split({ unit: '0' })).toEqual([['unitNotPositive', 'unit']]);
    expect(await split({ weights: ['0', '0'] })).toEqual([['weightsNotPositive', 'weights']]);
    expect(await split({ weights: ['1', '-1', '-2'] })).toEqual([
      ['weightsNotPositive', 'weights[1]'],
      ['weightsNotPositive', 'weights[2]'],
    ]);
    expect(await split({ weights: [] })).toEqual([['formatInvalid', 'weights']]);
    expect(await split({ weights: ['1/3'], total: '1,000' })).toEqual([
      ['formatInvalid', 'total'],
      ['formatInvalid', 'weights[0]'],
    ]);
  });
});

describe('§13 mingji working-days', () => {
  const off = ['2026-09-25', ...['01', '02', '03', '04', '05', '06', '07'].map((day) => `2026-10-${day}`)];
  const calendar = { years: [2026], off, working: ['2026-10-10'] };
  const days = (more: object, own: object = {}) =>
    ask(workingDaysCommand, {
      publishedOn: '2026-09-24',
      days: 5,
      calendar: { ...calendar, ...own },
      ...more,
    });

  test('§13 the day of publication is day 0; holidays are left out, make-up days count', async () => {
    expect(await days({})).toEqual({ endsOn: '2026-10-09' });
    expect(await days({ days: '6' })).toEqual({ endsOn: '2026-10-10' });
    expect(await days({ days: 0 })).toEqual({ endsOn: '2026-09-24' });
    expect(await days({ days: 3 }, { off: [], working: ['2026-09-26'] })).toEqual({ endsOn: '2026-09-28' });
  });

  test('§13 a year without a table is refused, also beyond New Year', async () => {
    expect(await days({ publishedOn: '2026-12-30', days: 1 })).toEqual({ endsOn: '2026-12-31' });
    expect(await days({ publishedOn: '2026-12-30', days: 2 })).toEqual([
      ['calendarMissing', 'calendar.years[2027]'],
    ]);
    expect(await days({ publishedOn: '2025-06-01' })).toEqual([['calendarMissing', 'calendar.years[2025]']]);
    const both = { years: [2026, 2027], off: [...off, '2027-01-01'] };
    expect(await days({ publishedOn: '2026-12-30', days: 2 }, both)).toEqual({ endsOn: '2027-01-04' });
  });

  test('§13 a calendar that contradicts itself is refused with its place', async () => {
    expect(await days({}, { off: ['2027-01-01'], working: ['2025-10-11'] })).toEqual([
      ['calendarInconsistent', 'calendar.off[0]'],
      ['calendarInconsistent', 'calendar.working[0]'],
    ]);
    expect(await days({}, { working: ['2026-10-10', '2026-10-01'] })).toEqual([
      ['calendarInconsistent', 'calendar.working[1]'],
    ]);
  });

  test('§13 wrong dates, days and missing tables are refused with their places', async () => {
    expect(await days({ publishedOn: '2026-09-31', days: -1 }, { years: ['二〇二六'] })).toEqual([
      ['formatInvalid', 'publishedOn'],
      ['formatInvalid', 'days'],
      ['formatInvalid', 'calendar.years[0]'],
    ]);
    expect(await days({ days: 1001 })).toEqual([['formatInvalid', 'days']]);
    expect(await days({ days: 1.5, calendar: undefined })).toEqual([
      ['formatInvalid', 'days'],
      ['formatInvalid', 'calendar'],
    ]);
  });
});
