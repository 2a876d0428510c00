import { expect, test } from 'vitest';
import { exact } from '../kernel/exact-text.ts';
import { Refusals } from '../kernel/refusal.ts';
import { live } from '../test-support/one-family.ts';
import { entry, officer, unit } from '../test-support/small-rule-set.ts';
import { toPlain } from './evaluation-json.ts';
import type { FactEntry } from './facts.ts';
import type { LiveEntry } from './families/family.ts';
import { type MatterContext, MatterShares, resolveMatters } from './matters.ts';
import type { PriorBooking } from './side-facts.ts';

const about = (id: string, points: string, more: Partial<FactEntry> = {}) =>
  live(entry('x', { id, matter: 'm', ...more }), points);

function resolved(
  entries: readonly LiveEntry[],
  mixedSigns: MatterContext['mixedSigns'] = 'separate',
  more: Partial<MatterContext> = {},
) {
  const context: MatterContext = {
    subject: unit('a'),
    mixedSigns,
    priors: undefined,
    decisions: undefined,
    warnings: [],
    ...more,
  };
  resolveMatters(entries, context);
  const counted = Object.fromEntries(entries.map((own) => [own.entry.id, toPlain(own.counted)]));
  const standsIn = entries.flatMap((own) =>
    own.standsIn === null ? [] : [`${own.entry.id}→${own.standsIn}`],
  );
  return { counted, standsIn, warnings: context.warnings };
}

test('§3 of one matter the largest stands, of equals the earlier, the others point at it', () => {
  const late = { at: '2026-09-20' };
  expect(resolved([about('a', '2'), about('b', '3', late), about('c', '3')])).toEqual({
    counted: { a: '0', b: '0', c: '3' },
    standsIn: ['a→c', 'b→c'],
    warnings: [],
  });
  expect(resolved([about('a', '-2'), about('b', '-5'), about('c', '-3')])).toEqual({
    counted: { a: '0', b: '-5', c: '0' },
    standsIn: ['a→b', 'c→b'],
    warnings: [],
  });
});

test('§3 different matters, and entries without one, leave each other alone', () => {
  const other = live(entry('x', { id: 'z' }), '9');
  expect(resolved([about('a', '2'), about('b', '3', { matter: 'n' }), other])).toEqual({
    counted: { a: '2', b: '3', z: '9' },
    standsIn: [],
    warnings: [],
  });
  expect(resolved([])).toEqual({ counted: {}, standsIn: [], warnings: [] });
  expect(resolved([about('a', '0'), about('b', '0')]).standsIn).toEqual([]);
});

const both = () => [about('plus', '3'), about('minus', '-5'), about('small', '1')];

test('§3 ⚙mixedSigns: both stand and a person is asked to look; the larger alone; or a decision', () => {
  expect(resolved(both())).toEqual({
    counted: { plus: '3', minus: '-5', small: '0' },
    standsIn: ['small→plus'],
    warnings: [
      {
        code: 'matterMixedSigns',
        message: '事项“m”既有加分（3）又有扣分（-5），两条都计入，请核对是否属于同一事项',
        subject: 'a',
        entries: ['plus', 'minus'],
      },
    ],
  });
  expect(resolved(both(), 'maxOnly')).toEqual({
    counted: { plus: '0', minus: '-5', small: '0' },
    standsIn: ['plus→minus', 'small→plus'],
    warnings: [],
  });
  expect(resolved(both(), 'manual')).toEqual({
    counted: { plus: '3', minus: '-5', small: '0' },
    standsIn: ['small→plus'],
    warnings: [
      {
        code: 'matterNeedsDecision',
        message: '事项“m”既有加分又有扣分，须由考核办决定保留哪一条；决定之前两条都计入',
        subject: 'a',
        entries: ['plus', 'minus'],
      },
    ],
  });
});

test('§3 ⚙maxOnly: of equal size the earlier stands, be it an addition or a deduction', () => {
  expect(resolved([about('a', '3'), about('b', '-3')], 'maxOnly').counted).toEqual({ a: '3', b: '0' });
  expect(resolved([about('b', '3'), about('a', '-3')], 'maxOnly').counted).toEqual({ a: '-3', b: '0' });
  expect(resolved([about('a', '4'), about('b', '-3')], 'maxOnly').counted).toEqual({ a: '4', b: '0' });
});

test('§3 ⚙manual: the chosen entry alone stands; a choice of nothing in the matter is none', () => {
  const decisions = (keep: string) => ({ decisions: new Map([['m', keep]]) });
  expect(resolved(both(), 'manual', decisions('small'))).toEqual({
    counted: { plus: '0', minus: '0', small: '1' },
    standsIn: ['plus→small', 'minus→small'],
    warnings: [],
  });
  expect(resolved(both(), 'manual', decisions('gone')).warnings).toHaveLength(1);
  expect(resolved(both(), 'separate', decisions('small')).counted).toMatchObject({ minus: '-5' });
});

function withPrior(
  entries: readonly LiveEntry[],
  addition: string,
  deduction: string,
  mixed: MatterContext['mixedSigns'] = 'separate',
) {
  const prior: PriorBooking = { addition: exact(addition), deduction: exact(deduction) };
  return resolved(entries, mixed, { priors: new Map([['m', prior]]) });
}

test('§3 across periods only what exceeds the sealed part counts, for additions and deductions apart', () => {
  expect(withPrior([about('a', '3')], '2', '0')).toEqual({
    counted: { a: '1' },
    standsIn: ['a→prior'],
    warnings: [],
  });
  expect(withPrior([about('a', '2')], '3', '0')).toMatchObject({
    counted: { a: '0' },
    standsIn: ['a→prior'],
  });
  expect(withPrior([about('a', '-5')], '3', '2')).toMatchObject({ counted: { a: '-3' } });
  expect(withPrior([about('a', '-5')], '0', '6')).toMatchObject({ counted: { a: '0' } });
  expect(withPrior([about('a', '3')], '0', '2')).toMatchObject({ counted: { a: '3' }, standsIn: [] });
  expect(withPrior([about('a', '3', { matter: 'n' })], '2', '0')).toMatchObject({
    counted: { a: '3' },
    standsIn: [],
  });
});

test('§3 across periods the entry that stands is measured, not those it stands for', () => {
  expect(withPrior([about('a', '2'), about('b', '5')], '3', '0')).toMatchObject({
    counted: { a: '0', b: '2' },
    standsIn: ['a→b', 'b→prior'],
  });
  expect(withPrior([about('a', '2'), about('b', '-5')], '1', '1', 'maxOnly')).toMatchObject({
    counted: { a: '0', b: '-4' },
    standsIn: ['a→b', 'b→prior'],
  });
});

function shares(...booked: readonly (readonly [ReturnType<typeof officer>, LiveEntry])[]) {
  const own = new MatterShares();
  for (const [subject, part] of booked) own.record(subject, [part]);
  const refusals = new Refusals();
  own.check(refusals);
  return refusals.list;
}
const part = (id: string, points: string, standard = '3', standsIn: string | null = null) => ({
  ...about(id, points),
  standard: exact(standard),
  standsIn,
});

test('§3 ⚙split: the parts of several officers may not exceed the standard of the matter', () => {
  expect(shares([officer('a'), part('z', '2')], [officer('b'), part('y', '1')])).toEqual([]);
  expect(
    shares([officer('a'), part('z', '2')], [officer('b'), part('y', '1')], [officer('c'), part('x', '1')]),
  ).toEqual([
    {
      code: 'matterSplitExceeds',
      path: 'entries[x].points',
      message: '事项“m”由 3 人分摊，合计 4 分，超过标准 3 分；请在各条记录的 points 中写明分摊的分值',
    },
  ]);
  expect(shares([officer('a'), part('z', '4')])).toEqual([]);
  expect(shares([officer('a'), part('z', '2', '2')], [officer('b'), part('y', '2', '4')])).toEqual([]);
  expect(shares([officer('a'), part('z', '2', '4')], [officer('b'), part('y', '2', '2')])).toEqual([]);
});

test('§3 ⚙split: deductions, entries that do not stand and other kinds of subjects do not share', () => {
  const exceeding = part('z', '3');
  const none = (second: readonly [ReturnType<typeof officer>, LiveEntry]) =>
    expect(shares([officer('a'), exceeding], second)).toEqual([]);
  none([officer('b'), part('y', '-3')]);
  none([officer('b'), part('y', '0')]);
  none([officer('b'), part('y', '3', '3', 'other')]);
  none([unit('b'), part('y', '3')]);
  none([officer('b'), live(entry('x', { id: 'y' }), '3')]);
  none([officer('b'), about('y', '3', { matter: 'n' })]);
  expect(shares([officer('a'), exceeding], [officer('b'), part('y', '3', '3', 'prior')])).toHaveLength(1);
});

test('§3 ⚙manual across periods: the sealed part is measured against the chosen entry', () => {
  const decisions = new Map([['m', 'small']]);
  const priors = new Map([['m', { addition: exact('0.5'), deduction: exact('1') }]]);
  expect(resolved(both(), 'manual', { decisions, priors })).toEqual({
    counted: { plus: '0', minus: '0', small: '0.5' },
    standsIn: ['plus→small', 'minus→small', 'small→prior'],
    warnings: [],
  });
});

test('§3 ⚙split: only those who add are counted, and the first id is where to look', () => {
  const two = [
    [officer('a'), part('p1', '2')],
    [officer('b'), part('p2', '2')],
  ] as const;
  const exceeding = {
    code: 'matterSplitExceeds',
    path: 'entries[p1].points',
    message: '事项“m”由 2 人分摊，合计 4 分，超过标准 3 分；请在各条记录的 points 中写明分摊的分值',
  };
  expect(shares(...two)).toEqual([exceeding]);
  expect(shares(...two, [officer('c'), part('p3', '-3')])).toEqual([exceeding]);
  expect(shares(...two, [officer('c'), part('p3', '0')])).toEqual([exceeding]);
  const apart = ['p1', 'p2'].map((id) => ({ ...live(entry('x', { id }), '3'), standard: exact('3') }));
  expect(shares(...apart.map((own, at) => [officer(`o${at}`), own] as const))).toEqual([]);
});
