import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, fromInteger, multiply, ONE, subtract, sumOf } from '../kernel/exact.ts';
import { exact, toText } from '../kernel/exact-text.ts';
import { type QuotaCycle, quotaBalances, quotaCap } from './quota-balances.ts';
import { quotaRate, quotaTerms } from './quota-terms.ts';

const terms = (rate = '0.40', minimumOne = true) => ({ rate: exact(rate), minimumOne });
const year = (participants: readonly number[], used: readonly (number | null)[]): QuotaCycle[] =>
  participants.map((own, at) => ({ participants: own, used: used[at] ?? null }));
function rows(cycles: readonly QuotaCycle[], own = terms(), opening = '0') {
  const result = quotaBalances(own, cycles, exact(opening));
  if (!result.ok) {
    for (const { message } of result.refusals) expect(message).toMatch(/^第 1 个周期|^第 2 个周期/);
    return result.refusals.map(({ code, path }) => [code, path]);
  }
  return result.value.map(({ available, cap, carry }) => [
    toText(available),
    cap,
    carry === null ? null : toText(carry),
  ]);
}

describe('R4 §10 the table of the quota with carry-over', () => {
  test('R4 eight people, everything used: 3 each time and the rest is carried', () => {
    expect(rows(year([8, 8, 8, 8], [3, 3, 3, 3]))).toEqual([
      ['3.2', 3, '0.2'],
      ['3.4', 3, '0.4'],
      ['3.6', 3, '0.6'],
      ['3.8', 3, '0.8'],
    ]);
  });

  test('R4 two people: the minimum of one lends, and the debt stays above −1', () => {
    expect(rows(year([2, 2, 2, 2], [1, 1, 1, 1]))).toEqual([
      ['0.8', 1, '-0.2'],
      ['0.6', 1, '-0.4'],
      ['0.4', 1, '-0.6'],
      ['0.2', 1, '-0.8'],
    ]);
  });

  test('R4 one person: every other cycle', () => {
    expect(rows(year([1, 1, 1, 1], [1, 0, 1, 0]))).toEqual([
      ['0.4', 1, '-0.6'],
      ['-0.2', 0, '-0.2'],
      ['0.2', 1, '-0.8'],
      ['-0.4', 0, '-0.4'],
    ]);
  });

  test('R4 1, 1, 2, 1: the last balance is exactly 0 and allows nobody, where floats allow one', () => {
    expect(rows(year([1, 1, 2, 1], [1, 0, 1, 0]))).toEqual([
      ['0.4', 1, '-0.6'],
      ['-0.2', 0, '-0.2'],
      ['0.6', 1, '-0.4'],
      ['0', 0, '0'],
    ]);
    expect(0.4 - 1 + 0.4 - 0 + 0.8 - 1 + 0.4).toBeGreaterThan(0);
  });
});

test('R4 the cap: nothing at or below 0, one below 1, whole numbers from 1 on', () => {
  const caps = ['-0.2', '0', '0.01', '0.99', '1', '1.99', '2', '3.8'].map((own) => exact(own));
  expect(caps.map((own) => quotaCap(own, true))).toEqual([0, 0, 1, 1, 1, 1, 2, 3]);
  expect(caps.map((own) => quotaCap(own, false))).toEqual([0, 0, 0, 0, 1, 1, 2, 3]);
});

test('R4 what is unused is carried over, and using it later is allowed', () => {
  expect(rows(year([5, 5], [0, 4]))).toEqual([
    ['2', 2, '2'],
    ['4', 4, '0'],
  ]);
});

test('R4 over the cap is refused with its place, the balance, and what to do', () => {
  const result = quotaBalances(terms(), year([8, 8], [3, 4]));
  expect(result).toEqual({
    ok: false,
    refusals: [
      {
        code: 'quotaExceeded',
        path: 'cycles[1].used',
        message: '第 2 个周期余额 3.4，可报 3 人，已报 4 人，多出 1 人；请由负责人取舍并写明理由后重报',
      },
    ],
  });
});

test('R4 only the last cycle may be open: its carry is not known, which is not 0', () => {
  expect(rows(year([8, 8], [3, null]))).toEqual([
    ['3.2', 3, '0.2'],
    ['3.4', 3, null],
  ]);
  expect(rows(year([8, 8, 8], [3, null, null]))).toEqual([['usedMissing', 'cycles[1].used']]);
  expect(rows([])).toEqual([]);
});

test.each([-1, 0.5, Number.NaN])('R4 %d is no number of people', (wrong) => {
  expect(rows(year([wrong], [0]))).toEqual([['countMalformed', 'cycles[0].participants']]);
  expect(rows(year([8], [wrong]))).toEqual([['countMalformed', 'cycles[0].used']]);
});

test('R4 a rate such as 1/3 stays exact', () => {
  expect(rows(year([4], [1]), terms('1/3'))).toEqual([['4/3', 1, '1/3']]);
});

test('R4 after a merger the year goes on from the opening balance', () => {
  expect(rows(year([2], [1]), terms(), '0.2')).toEqual([['1', 1, '0']]);
  expect(rows(year([2], [0]), terms(), '-0.8')).toEqual([['0', 0, '0']]);
});

test('R4 what is used stays below what was allotted plus one, whatever happened', () => {
  const cycle = fc.record({ participants: fc.nat(60), wish: fc.nat(60) });
  const rate = fc.constantFrom('0.4', '0.2', '1/3', '2/7', '0.15', '1', '0');
  fc.assert(
    fc.property(fc.array(cycle, { maxLength: 12 }), rate, fc.boolean(), (wishes, text, minimumOne) => {
      const own = terms(text, minimumOne);
      const cycles: QuotaCycle[] = [];
      for (const { participants, wish } of wishes) {
        const open = quotaBalances(own, [...cycles, { participants, used: null }]);
        const cap = open.ok ? (open.value.at(-1)?.cap ?? 0) : 0;
        cycles.push({ participants, used: Math.min(wish, cap) });
      }
      const result = quotaBalances(own, cycles);
      if (!result.ok) throw new Error('a submission within the cap was refused');
      const used = sumOf(cycles.map((each) => fromInteger(each.used ?? 0)));
      const allotted = sumOf(cycles.map((each) => multiply(own.rate, fromInteger(each.participants))));
      expect(compare(subtract(used, allotted), minimumOne ? ONE : exact('0.000001'))).toBe(-1);
    }),
  );
});

test.each(['-0.1', '1.01', '140%', 'abc', ''])('R4 %s is no rate', (text) => {
  expect(quotaRate(text, 'rate')).toMatchObject({
    ok: false,
    refusals: [{ code: 'rateOutOfRange', path: 'rate', message: expect.stringContaining(`“${text}”`) }],
  });
});

test('R4 a rate is a decimal, a percentage or a fraction from 0 to 1, both included', () => {
  const rates = ['0', '1', '40%', '2/5', '0.40'].map((text) => quotaRate(text, 'rate'));
  expect(rates.map((own) => (own.ok ? toText(own.value) : 'refused'))).toEqual([
    '0',
    '1',
    '0.4',
    '0.4',
    '0.4',
  ]);
});

test('R4 ⚙ the minimum of one holds unless the rule set says otherwise', () => {
  const of = (minimumOne?: boolean) =>
    quotaTerms({ grade: 'good', rate: '0.4', ...(minimumOne === undefined ? {} : { minimumOne }) });
  expect([of(), of(true), of(false)]).toEqual([
    { ok: true, value: terms('0.4', true) },
    { ok: true, value: terms('0.4', true) },
    { ok: true, value: terms('0.4', false) },
  ]);
  expect(quotaTerms({ grade: 'good', rate: '2' })).toMatchObject({ refusals: [{ path: 'quota.rate' }] });
});
