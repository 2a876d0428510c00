import { expect, test } from 'vitest';
import type { Grade } from '../rules/appraisal-rules.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { EffectRule, Scoring } from '../rules/scoring.ts';
import { indicator, item, ruleSetOf } from '../test-support/small-rule-set.ts';
import { violations } from '../test-support/three-tiers.ts';
import { checkInheritance } from './check-inheritance.ts';
import { isLimit } from './only-deducts.ts';

const GRADES: readonly Grade[] = [
  { code: 'a', name: '好', from: '90' },
  { code: 'b', name: '较好', from: '80' },
  { code: 'c', name: '一般' },
];
const YEAR = {
  grades: [
    { code: 'y1', name: '优秀' },
    { code: 'y2', name: '称职' },
    { code: 'y3', name: '不称职' },
  ],
  barredBy: [],
  countedGrade: 'a',
  lowGrades: [],
  lowProposals: [],
  worstGrade: 'c',
  allWorstProposal: 'y3',
};
const of = (scoring: object): RuleSet =>
  ruleSetOf([item('p', [indicator('x', scoring as Scoring)])], { grading: { grades: GRADES }, year: YEAR });
const PLACE = 'modules[0].items[0].indicators[0].scoring.';
/** What is refused of the change, without the place it is all in. */
const change = (upper: object, more: object) =>
  violations(of(upper), of({ ...upper, ...more })).map((line) =>
    line.replace(PLACE, '').replace('inheritedLoosened ', ''),
  );

const events = [
  { code: 'up', name: '加', points: '2', unit: '次' },
  { code: 'down', name: '减', points: '-2', clause: 'c' },
];
const occurrence = { family: 'occurrence', events };
const withEvent = (at: number, more: object) => ({
  events: events.map((event, index) => (index === at ? { ...event, ...more } : event)),
});

test('§16 another family is another rule', () => {
  expect(change(occurrence, { family: 'ladder' })).toEqual(['family']);
  expect(change({ family: 'band', min: '-3', max: '-1' }, { family: 'ratio' })).toEqual(['family']);
});

test('§16 a deduction may be made heavier, an addition stays', () => {
  expect(change(occurrence, withEvent(1, { points: '-3' }))).toEqual([]);
  expect(change(occurrence, withEvent(1, { points: '-1' }))).toEqual(['events[1].points']);
  expect(change(occurrence, withEvent(0, { points: '1' }))).toEqual(['events[0].points']);
  expect(change(occurrence, withEvent(0, { points: '3' }))).toEqual(['events[0].points']);
  expect(change(occurrence, withEvent(0, { unit: '处' }))).toEqual(['events[0].unit']);
  expect(change(occurrence, withEvent(1, { clause: 'd' }))).toEqual([]);
  const nothing = { family: 'occurrence', events: [{ code: 'n', name: '零', points: '0' }] };
  expect(change(nothing, { events: [{ code: 'n', name: '零', points: '-1' }] })).toEqual([
    'events[0].points',
  ]);
});

test('§16 every event stays; own ones only deduct', () => {
  expect(change(occurrence, { events: events.slice(1) })).toEqual(['inheritedRemoved events']);
  const more = (points: string, byRole?: object) => ({
    events: [...events, { code: 'own', name: '本级', points, ...byRole }],
  });
  expect(change(occurrence, more('-1'))).toEqual([]);
  expect(change(occurrence, more('0'))).toEqual(['events[2]']);
  expect(change(occurrence, more('-1', { byRole: [{ role: 'r', points: '-1' }] }))).toEqual([]);
  expect(change(occurrence, more('-1', { byRole: [{ role: 'r', points: '1' }] }))).toEqual(['events[2]']);
  const [refusal] = checkInheritance(of(occurrence), of({ ...occurrence, events: events.slice(0, 1) }));
  expect(refusal?.message).toContain('上级办法的指标“指标x”的情形“减”被去掉了');
  const [added] = checkInheritance(of(occurrence), of({ ...occurrence, ...more('1') }));
  expect(added?.message).toContain('情形“本级”是本级增加的加分情形');
});

test.each<readonly [string, object, object, object]>([
  ['band', { min: '-3', max: '-1' }, { min: '-4' }, { min: '-2' }],
  ['band', { min: '-3', max: '-1' }, {}, { max: '-2' }],
  ['ratio', {}, { ceiling: '0.9' }, { ceiling: '1.1' }],
  ['ratio', { ceiling: '1.2' }, { ceiling: '1' }, { ceiling: '1.3' }],
  ['target', { short: '-1' }, { short: '-2' }, { short: '-0.5' }],
  ['target', { short: '-1' }, { late: 'notCounted' }, { late: 'counted' }],
  ['target', { short: '-1', late: 'counted' }, { late: 'latePoints' }, { done: '1' }],
  ['target', { short: '-1', late: 'latePoints' }, { late: 'notCounted' }, { late: 'counted' }],
  ['controlNumber', { step: '0.1', points: '-1' }, { first: '-1' }, { first: '1' }],
  ['controlNumber', { step: '0.1', points: '-1' }, { points: '-2' }, { points: '0' }],
  ['controlNumber', { step: '0.1', points: '-1' }, { first: '0' }, { step: '0.2' }],
  ['allOrNothing', { events: [], times: 5 }, { times: 4 }, { times: 6 }],
  ['lateness', { by: 'day', points: '-1' }, { points: '-2' }, { points: '-0.5' }],
  ['lateness', { by: 'day', points: '-1' }, { voidAfter: 3 }, { cap: '3' }],
  ['lateness', { by: 'day', points: '-1', cap: '3' }, { cap: '4' }, { cap: '2' }],
  ['lateness', { by: 'day', points: '-1', cap: '3' }, { cap: undefined }, { by: 'workingDay' }],
  ['lateness', { by: 'day', points: '-1', voidAfter: 3 }, { voidAfter: 2 }, { voidAfter: 4 }],
  [
    'lateness',
    { by: 'day', points: '-1', voidAfter: 3 },
    { stepRounding: 'ceil' },
    { stepRounding: 'floor' },
  ],
  ['lateness', { by: 'day', points: '-1', stepRounding: 'floor' }, { stepRounding: 'prorata' }, { per: '2' }],
])('§16 %s %j may become %j, not %j', (family, parameters, stricter, looser) => {
  expect(change({ family, ...parameters }, stricter)).toEqual([]);
  expect(change({ family, ...parameters }, looser)).toHaveLength(1);
});

const escalation = {
  family: 'escalation',
  steps: [{ points: '-1' }, { points: '-3', effect: { kind: 'gradeCeiling', grade: 'b' } }],
};

test('§16 steps of an escalation may be heavier, and further ones no lighter than the last', () => {
  const [first, second] = escalation.steps;
  const steps = (...each: readonly object[]) => change(escalation, { steps: each });
  expect(steps({ points: '-2' }, { ...second, points: '-4' })).toEqual([]);
  expect(steps({ points: '0' }, { ...second })).toEqual(['steps[0].points']);
  expect(steps({ ...first }, { ...second }, { ...second, points: '-5' })).toEqual([]);
  expect(steps({ ...first }, { ...second }, { ...second, points: '-2' })).toEqual(['steps[2].points']);
  expect(steps({ ...first })).toEqual(['steps[1].points', 'effectMilder steps[1]']);
  expect(steps({ ...second })).toEqual([]);
  expect(steps({ ...first }, { points: '-3' })).toEqual(['effectMilder steps[1]']);
  const [refusal] = checkInheritance(of(escalation), of({ ...escalation, steps: [first, { points: '-3' }] }));
  expect(refusal?.message).toContain('第 2 次去掉了上级规定的后果');
});

const effects = (upper: EffectRule, lower: EffectRule) =>
  change({ family: 'effectOnly', effect: upper }, { effect: lower }).length === 0;

test.each<readonly [EffectRule, EffectRule, boolean]>([
  [{ kind: 'gradeCeiling', grade: 'b' }, { kind: 'gradeCeiling', grade: 'c' }, true],
  [{ kind: 'gradeCeiling', grade: 'b' }, { kind: 'gradeCeiling', grade: '较好' }, true],
  [{ kind: 'gradeCeiling', grade: 'b' }, { kind: 'gradeCeiling', grade: 'a' }, false],
  [{ kind: 'gradeCeiling', grade: 'y2' }, { kind: 'gradeCeiling', grade: 'y3' }, true],
  [{ kind: 'gradeCeiling', grade: 'y2' }, { kind: 'gradeCeiling', grade: 'y1' }, false],
  [{ kind: 'gradeCeiling', grade: 'b' }, { kind: 'gradeCeiling', grade: 'y3' }, false],
  [{ kind: 'gradeCeiling', grade: 'a' }, { kind: 'gradeCeiling', grade: 'unknown' }, false],
  [{ kind: 'gradeCeiling', grade: 'unknown' }, { kind: 'gradeCeiling', grade: 'a' }, false],
  [{ kind: 'gradeCeiling', grade: 'unknown' }, { kind: 'gradeCeiling', grade: 'unknown' }, true],
  [{ kind: 'gradeCeiling', grade: 'b' }, { kind: 'noGrade' }, true],
  [{ kind: 'noGrade' }, { kind: 'gradeCeiling', grade: 'c' }, false],
  [{ kind: 'noGrade' }, { kind: 'noGrade', comment: true }, false],
  [{ kind: 'noGrade' }, { kind: 'noGrade', comment: false }, true],
  [{ kind: 'noGrade', comment: true }, { kind: 'noGrade' }, true],
  [{ kind: 'noGrade', comment: true }, { kind: 'noGrade', comment: true }, true],
  [{ kind: 'zeroItem' }, { kind: 'zeroTotal' }, true],
  [{ kind: 'zeroItem' }, { kind: 'zeroItem' }, true],
  [{ kind: 'zeroItem', item: 'p' }, { kind: 'zeroItem', item: 'q' }, false],
  [{ kind: 'rankLast' }, { kind: 'excludeFromRanking' }, true],
  [{ kind: 'rankLast' }, { kind: 'rankLast' }, true],
  [{ kind: 'rankLast' }, { kind: 'zeroTotal' }, false],
  [{ kind: 'noCommendation', months: 6 }, { kind: 'noCommendation', months: 12 }, true],
  [{ kind: 'noCommendation', months: 6 }, { kind: 'noCommendation', months: 5 }, false],
  [{ kind: 'noCommendation', months: 6 }, { kind: 'noCommendation' }, false],
  [{ kind: 'noCommendation' }, { kind: 'noCommendation' }, true],
  [{ kind: 'leaderLiability', points: '-2' }, { kind: 'leaderLiability', points: '-3' }, true],
  [{ kind: 'leaderLiability', points: '-2' }, { kind: 'leaderLiability', points: '-1' }, false],
  [{ kind: 'leaderLiability', points: '-2' }, { kind: 'leaderLiability' }, false],
  [{ kind: 'leaderLiability' }, { kind: 'leaderLiability', points: '-1' }, true],
])('§9 %j may become %j: %s', (upper, lower, may) => {
  expect(effects(upper, lower)).toBe(may);
});

test('§9 a milder effect is refused in words', () => {
  const of2 = (grade: string) => of({ family: 'effectOnly', effect: { kind: 'gradeCeiling', grade } });
  const [refusal] = checkInheritance(of2('b'), of2('a'));
  expect(refusal).toMatchObject({ code: 'effectMilder', path: `${PLACE}effect` });
  expect(refusal?.message).toContain('指标“指标x”的后果比上级规定的轻');
});

const event = (points: string, more: object = {}) => [{ code: 'e', name: '情形', points, ...more }];
test.each<readonly [object, boolean]>([
  [{ family: 'occurrence', events: event('-1') }, true],
  [{ family: 'occurrence', events: event('0') }, true],
  [{ family: 'occurrence', events: event('1') }, false],
  [{ family: 'occurrence', events: [...event('-1'), ...event('1')] }, false],
  [{ family: 'occurrence', events: event('-1', { byRole: [{ role: 'r', points: '1' }] }) }, false],
  [{ family: 'occurrence', events: event('-1', { byRole: [{ role: 'r', points: '-1' }] }) }, true],
  [{ family: 'deductFromFull', events: event('-1') }, true],
  [{ family: 'deductFromFull', events: event('1') }, false],
  [{ family: 'ladder', events: event('1') }, false],
  [{ family: 'ladder', events: event('-1') }, true],
  [{ family: 'allOrNothing', events: event('1'), times: 2 }, false],
  [{ family: 'allOrNothing', events: event('-1'), times: 2 }, true],
  [{ family: 'band', min: '-2', max: '1' }, false],
  [{ family: 'band', min: '-2', max: '0' }, true],
  [{ family: 'target', short: '-1' }, true],
  [{ family: 'target', short: '1' }, false],
  [{ family: 'target', short: '-1', done: '1' }, false],
  [{ family: 'target', short: '-1', latePoints: '1' }, false],
  [{ family: 'thresholdRate', sides: [{ side: 'below', at: '1', points: '-1' }] }, true],
  [{ family: 'thresholdRate', sides: [{ side: 'above', at: '1', points: '1' }] }, false],
  [{ family: 'relativeToMean', sides: [{ side: 'above', at: '1', points: '1' }] }, false],
  [{ family: 'relativeToMean', sides: [{ side: 'above', at: '1', points: '-1' }] }, true],
  [{ family: 'tiers', tiers: [{ points: '0' }] }, true],
  [{ family: 'tiers', tiers: [{ points: '0' }, { points: '1' }] }, false],
  [{ family: 'escalation', steps: [{ points: '-1' }] }, true],
  [{ family: 'escalation', steps: [{ points: '1' }] }, false],
  [{ family: 'controlNumber', step: '1', points: '-1' }, true],
  [{ family: 'controlNumber', step: '1', points: '1' }, false],
  [{ family: 'controlNumber', step: '1', points: '-1', first: '1' }, false],
  [{ family: 'lateness', by: 'day', points: '-1' }, true],
  [{ family: 'lateness', by: 'day', points: '1' }, false],
  [{ family: 'effectOnly', effect: { kind: 'rankLast' } }, true],
  [{ family: 'ratio' }, false],
  [{ family: 'imported' }, false],
  [{ family: 'rankBased', form: { kind: 'proportion', full: '1' } }, false],
  [{ family: 'assessment', groups: [], full: '1' }, false],
])('§16 %j is a limit: %s', (scoring, limit) => {
  expect(isLimit(indicator('x', scoring as Scoring))).toBe(limit);
});

test('§16 marks, or a factor that turns a deduction round, make it more than a limit', () => {
  const scoring: Scoring = { family: 'band', min: '-2', max: '0' };
  expect(isLimit(indicator('x', scoring, { marks: '1' }))).toBe(false);
  const factor = (text: string) =>
    isLimit(indicator('x', scoring, { multipliers: [{ code: 'f', name: '系数', factor: text }] }));
  expect([factor('2'), factor('0'), factor('-1')]).toEqual([true, true, false]);
});
