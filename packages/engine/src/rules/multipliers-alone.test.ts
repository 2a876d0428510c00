import { expect, test } from 'vitest';
import { Refusals } from '../kernel/refusal.ts';
import { entry, indicator } from '../test-support/small-rule-set.ts';
import { toPlain } from './evaluation-json.ts';
import {
  compileMultipliers,
  countsRepeats,
  dayOf,
  factorOf,
  hasAutomatic,
  NO_FACTOR,
} from './multipliers.ts';
import { NumberReader } from './number-reader.ts';
import type { Multiplier } from './rule-set.ts';

const self: Multiplier = { code: 'self', name: '自查发现', factor: '50%' };
const again: Multiplier = {
  code: 'again',
  name: '再次发生',
  factor: '2',
  when: { kind: 'repeat', withinDays: 10 },
};
const guard: Multiplier = {
  code: 'guard',
  name: '安保期间',
  factor: '3',
  when: { kind: 'during', from: '2026-09-10', to: '2026-09-12' },
  clause: '第三条',
};

function compiled(...multipliers: readonly Multiplier[]) {
  const refusals = new Refusals();
  const own = indicator('x', { family: 'band', min: '0', max: '1' }, { multipliers });
  return { own: compileMultipliers(own, 'i', new NumberReader(refusals), refusals), refusals: refusals.list };
}
function factor(
  multipliers: readonly Multiplier[],
  at: string,
  since: number | null,
  named?: readonly string[],
) {
  const { own } = compiled(...multipliers);
  if (own === null) throw new Error('no multipliers');
  const unknown: string[] = [];
  const more = named === undefined ? {} : { multipliers: named };
  const { value, names } = factorOf(own, entry('x', { at, ...more }), since, (code) => unknown.push(code));
  return [toPlain(value), names, ...unknown];
}

test('§2 which multipliers apply by themselves, and which look back', () => {
  const of = (...list: readonly Multiplier[]) => {
    const { own } = compiled(...list);
    return [own?.size ?? null, hasAutomatic(own), countsRepeats(own)];
  };
  expect(of()).toEqual([null, false, false]);
  expect(of(self)).toEqual([1, false, false]);
  expect(of(self, guard)).toEqual([2, true, false]);
  expect(of(self, again)).toEqual([2, true, true]);
});

test('§2 the factors an entry names and those that apply by themselves multiply, each once, named in the rule’s order', () => {
  const all = [self, again, guard];
  expect(factor(all, '2026-09-01', null)).toEqual(['1', '']);
  expect(factor(all, '2026-09-01', null, ['self', 'self'])).toEqual(['0.5', '自查发现']);
  expect(factor(all, '2026-09-11', 10, ['guard', 'self'])).toEqual(['3', '自查发现、再次发生、安保期间']);
  expect(factor(all, '2026-09-01', 11)).toEqual(['1', '']);
  expect(factor(all, '2026-09-01', 0)).toEqual(['2', '再次发生']);
  expect(factor(all, '2026-09-09', null)).toEqual(['1', '']);
  expect(factor(all, '2026-09-10', null)).toEqual(['3', '安保期间']);
  expect(factor(all, '2026-09-12', null)).toEqual(['3', '安保期间']);
  expect(factor(all, '2026-09-13', null)).toEqual(['1', '']);
  expect(factor(all, '2026-09-01', null, ['other', 'self'])).toEqual(['0.5', '自查发现', 'other']);
  const { own } = compiled(self);
  if (own === null) throw new Error('no multipliers');
  expect(factorOf(own, entry('x'), null, () => {})).toBe(NO_FACTOR);
});

test('§6 the day of an entry is the day in China', () => {
  const day = dayOf({ at: '2026-09-10' });
  expect(dayOf({ at: '2026-09-10T00:00:00+08:00' })).toBe(day);
  expect(dayOf({ at: '2026-09-09T16:00:00Z' })).toBe(day);
  expect(dayOf({ at: '2026-09-09T15:59:59Z' })).toBe(day - 1);
  expect(dayOf({ at: '2026-09-10T15:59:59Z' })).toBe(day);
  expect(dayOf({ at: '1970-01-01' })).toBe(0);
});

test('§2 a special period has real days in order; a factor is a rate', () => {
  const during = (from: string, to: string) =>
    compiled(self, { ...guard, when: { kind: 'during', from, to } }).refusals;
  expect(during('2026-09-10', '2026-09-10')).toEqual([]);
  const fault = {
    code: 'multiplierDays',
    path: 'i.multipliers[1].when',
    message:
      '指标“指标x”的系数“安保期间”的起止日期须是真实的日期，且先后不能颠倒，例如 from: 2026-09-20、to: 2026-10-08',
    clause: '第三条',
  };
  expect(during('2026-09-11', '2026-09-10')).toEqual([fault]);
  expect(during('2026-09-31', '2026-10-10')).toEqual([fault]);
  expect(during('2026-09-10', '2026-09-31')).toEqual([fault]);
  expect(compiled({ ...self, factor: '双倍' }).refusals).toMatchObject([
    { code: 'numberMalformed', path: 'i.multipliers[0].factor' },
  ]);
});
