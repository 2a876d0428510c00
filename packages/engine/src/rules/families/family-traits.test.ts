import { expect, test } from 'vitest';
import { traitsOf } from '../../test-support/one-family.ts';
import type { Indicator } from '../rule-set.ts';
import type { Scoring } from '../scoring.ts';

const late = { code: 'late', name: '迟到', points: '-1' };
const sides = [{ side: 'below', at: '90', points: '-1' }] as const;
const fromTop = { kind: 'fromTop', first: '5', step: '-1' } as const;

const event = {
  kind: 'event',
  ordered: false,
  additive: false,
  pointsOf: null,
  floor: null,
};
const named = { ...event, additive: true, pointsOf: { byCode: {}, only: '-1' } };
const measure = {
  kind: 'measure',
  takes: 'measure',
  absent: 'notScored',
  needsTarget: false,
  target: null,
  peers: null,
};

test.each<[string, Scoring, object, Partial<Indicator>]>([
  ['occurrence', { family: 'occurrence', events: [late] }, named, {}],
  ['ladder', { family: 'ladder', events: [late] }, named, {}],
  ['band', { family: 'band', min: '-2', max: '-1' }, { ...event, additive: true }, {}],
  ['deductFromFull', { family: 'deductFromFull', events: [late] }, named, { marks: '5' }],
  [
    'deductFromFull',
    { family: 'deductFromFull', events: [late], floor: '2' },
    { ...named, floor: '2' },
    { marks: '5' },
  ],
  ['allOrNothing', { family: 'allOrNothing', events: [late], times: 3 }, event, {}],
  ['lateness', { family: 'lateness', by: 'day', points: '-1' }, event, {}],
  ['escalation', { family: 'escalation', steps: [{ points: '-1' }] }, { ...event, ordered: true }, {}],
  ['effectOnly', { family: 'effectOnly', effect: { kind: 'noGrade' } }, event, {}],
])('§2 what %s says of itself', (name, scoring, traits, own) => {
  expect(traitsOf(scoring, own)).toEqual({ ...traits, name });
});

test.each<[string, Scoring, object, Partial<Indicator>]>([
  ['ratio', { family: 'ratio' }, { ...measure, needsTarget: true }, { marks: '5' }],
  [
    'ratio',
    { family: 'ratio', target: '20', absent: 'zero' },
    { ...measure, needsTarget: true, target: '20', absent: 'zero' },
    { marks: '5' },
  ],
  ['target', { family: 'target', short: '-1' }, { ...measure, needsTarget: true }, {}],
  [
    'target',
    { family: 'target', short: '-1', target: '3', absent: 'full' },
    { ...measure, needsTarget: true, target: '3', absent: 'full' },
    {},
  ],
  [
    'controlNumber',
    { family: 'controlNumber', step: '10%', points: '-1' },
    { ...measure, needsTarget: true },
    {},
  ],
  [
    'controlNumber',
    { family: 'controlNumber', step: '10%', points: '-1', target: '20', absent: 'zero' },
    { ...measure, needsTarget: true, target: '20', absent: 'zero' },
    {},
  ],
  ['thresholdRate', { family: 'thresholdRate', sides }, measure, {}],
  ['thresholdRate', { family: 'thresholdRate', sides, absent: 'full' }, { ...measure, absent: 'full' }, {}],
  ['tiers', { family: 'tiers', tiers: [{ points: '1' }] }, measure, {}],
  [
    'tiers',
    { family: 'tiers', tiers: [{ points: '1' }], absent: 'zero' },
    { ...measure, absent: 'zero' },
    {},
  ],
  ['relativeToMean', { family: 'relativeToMean', sides }, { ...measure, peers: 'high' }, {}],
  [
    'relativeToMean',
    { family: 'relativeToMean', sides, absent: 'zero' },
    { ...measure, peers: 'high', absent: 'zero' },
    {},
  ],
  ['rankBased', { family: 'rankBased', form: fromTop }, { ...measure, peers: 'high' }, {}],
  [
    'rankBased',
    { family: 'rankBased', form: fromTop, better: 'low', absent: 'full' },
    { ...measure, peers: 'low', absent: 'full' },
    {},
  ],
  ['imported', { family: 'imported' }, { ...measure, takes: 'score' }, {}],
  [
    'assessment',
    { family: 'assessment', full: '100', groups: [] },
    { ...measure, takes: 'vote' },
    { marks: '10' },
  ],
])('§1 what %s needs, and what stands in for a measure that is absent', (name, scoring, traits, own) => {
  expect(traitsOf(scoring, own)).toEqual({ ...traits, name });
});
