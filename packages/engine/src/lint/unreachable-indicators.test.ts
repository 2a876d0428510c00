import { expect, test } from 'vitest';
import type { NamedEvent, Scoring } from '../rules/scoring.ts';
import { briefOf, lintIndicatorOf, lintOf, proven } from '../test-support/lint-codes.ts';
import { item } from '../test-support/small-rule-set.ts';

const at = (points: string, more: Partial<NamedEvent> = {}): NamedEvent => ({
  code: points,
  name: `情形${points}`,
  points,
  ...more,
});
const events = (...all: readonly NamedEvent[]): Scoring => ({ family: 'occurrence', events: all });
const minus = events(at('-1'));
const found = (...args: Parameters<typeof lintIndicatorOf>) => briefOf(lintIndicatorOf(...args));
const PATH = 'modules[0].items[0].indicators[0]';

test('X6 a kind of subject the rule set does not appraise is named', () => {
  const items = [item('p', [proven('x', minus, { subjects: { kinds: ['officer', 'unit'] } })])];
  expect(briefOf(lintOf(items, { appraises: ['unit'] }))).toEqual([
    `subjectKindNotAppraised ${PATH}.subjects.kinds officer`,
  ]);
  expect(lintOf(items)).toEqual([]);
});

test('X6 a sequence that does not exist is named, where the sequences are known', () => {
  const items = [item('p', [proven('x', minus, { subjects: { sequences: ['机关', '基层'] } })])];
  expect(lintOf(items)).toEqual([]);
  expect(briefOf(lintOf(items, {}, { sequences: ['机关'] }))).toEqual([
    `sequenceUnknown ${PATH}.subjects.sequences 基层`,
  ]);
  const own = { sequences: [{ code: '基层', name: '基层', kind: 'unit' as const }] };
  expect(briefOf(lintOf(items, own))).toEqual([`sequenceUnknown ${PATH}.subjects.sequences 机关`]);
});

test('X6 a sequence of the other kind of subject is named', () => {
  const scoped = (kinds?: readonly ('officer' | 'unit')[]) => [
    item('p', [
      proven('x', minus, { subjects: { sequences: ['基层'], ...(kinds === undefined ? {} : { kinds }) } }),
    ]),
  ];
  const own = { sequences: [{ code: '基层', name: '基层', kind: 'unit' as const }] };
  expect(briefOf(lintOf(scoped(['officer']), own))).toEqual([`sequenceOfOtherKind ${PATH}.subjects 基层`]);
  expect(lintOf(scoped(['unit']), own)).toEqual([]);
  expect(lintOf(scoped(), own)).toEqual([]);
});

test('X6 marks that the best performance does not bring are named with what it brings', () => {
  const tiers = (top: string): Scoring => ({
    family: 'tiers',
    tiers: [
      { to: '80', points: '0' },
      { from: '80', points: top },
    ],
  });
  expect(found(tiers('8'), { marks: '10' })).toEqual([`marksNeverReached ${PATH}.marks 8`]);
  expect(found(tiers('10'), { marks: '10' })).toEqual([]);
  expect(found({ family: 'ratio', ceiling: '0.5' }, { marks: '10' })).toEqual([
    `marksNeverReached ${PATH}.marks 5`,
  ]);
  const top = (first: string): Scoring => ({
    family: 'rankBased',
    form: { kind: 'fromTop', first, step: '-2' },
  });
  expect(found(top('8'), { marks: '10' })).toEqual([`marksNeverReached ${PATH}.marks 8`]);
  expect(found(top('8'))).toEqual([]);
});

test('X6 an indicator that never adds and never deducts is named', () => {
  expect(found(events(at('0')))).toEqual([`neverMoves ${PATH}.scoring`]);
  expect(found({ family: 'target', short: '0' })).toEqual([`neverMoves ${PATH}.scoring`]);
  expect(found({ family: 'target', short: '0', done: '1' })).toEqual([]);
  expect(found({ family: 'target', short: '0', late: 'latePoints', latePoints: '1' })).toEqual([]);
  expect(found({ family: 'effectOnly', effect: { kind: 'noGrade' } })).toEqual([]);
  expect(found(events(at('0', { byRole: [{ role: '主要领导', points: '-1' }] })))).toEqual([]);
});

test('X6 one event without points among others is named', () => {
  expect(found(events(at('-1'), at('0')))).toEqual([
    `eventWithoutPoints ${PATH}.scoring.events[1].points 情形0`,
  ]);
  expect(found(events(at('-1'), at('0', { byRole: [{ role: '主要领导', points: '-1' }] })))).toEqual([]);
  const none = { byRole: [{ role: '主要领导', points: '0' }] };
  expect(found(events(at('-1'), at('0', none)))).toHaveLength(1);
  expect(found({ family: 'allOrNothing', events: [at('0')], times: 1 }, { marks: '10' })).toEqual([]);
});

test('X6 a bonus on top of full marks that cannot be lost is named', () => {
  const full = { marks: '10' };
  const bonus = proven('x', events(at('2')));
  const ratio = proven('y', { family: 'effectOnly', effect: { kind: 'noGrade' } });
  expect(briefOf(lintOf([item('p', [bonus, ratio], full)]))).toEqual([`bonusNeverCounts ${PATH}`]);
  expect(lintOf([item('p', [bonus, proven('z', minus)], full)])).toEqual([]);
  expect(lintOf([item('p', [bonus], { ...full, allowExcess: true })])).toEqual([]);
  expect(briefOf(lintOf([item('p', [bonus], { ...full, high: '11' })]))).toEqual([]);
  expect(lintOf([item('p', [bonus])])).toEqual([]);
});

test('X6 points for late work that are never read are named', () => {
  const target = { family: 'target', short: '-1', latePoints: '1' } as const;
  expect(found(target)).toEqual([`latePointsUnused ${PATH}.scoring.latePoints`]);
  expect(found({ ...target, late: 'latePoints' })).toEqual([]);
  expect(found({ family: 'target', short: '-1', late: 'counted' })).toEqual([]);
});
