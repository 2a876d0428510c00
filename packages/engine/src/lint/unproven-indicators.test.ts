import { expect, test } from 'vitest';
import type { Scoring } from '../rules/scoring.ts';
import { briefOf, lintIndicatorOf, lintOf, proven } from '../test-support/lint-codes.ts';
import { item } from '../test-support/small-rule-set.ts';

const minus = (points: string, clause?: string): Scoring => ({
  family: 'occurrence',
  events: [{ code: 'e', name: '情形', points, ...(clause === undefined ? {} : { clause }) }],
});
const PATH = 'modules[0].items[0].indicators[0]';

test('X6 an indicator nobody owns, and one without proof, are named', () => {
  expect(briefOf(lintIndicatorOf(minus('-1'), { owner: ' ' }))).toEqual([`unowned ${PATH}`]);
  expect(briefOf(lintIndicatorOf(minus('-1'), { evidence: ' ' }))).toEqual([`evidenceMissing ${PATH}`]);
  expect(lintIndicatorOf({ family: 'imported' }, { evidence: '' })).toEqual([]);
  const votes: Scoring = {
    family: 'assessment',
    full: '100',
    groups: [{ code: 'g', name: '领导', weight: '1' }],
  };
  expect(lintIndicatorOf(votes, { evidence: '', marks: '10' })).toEqual([]);
});

test('X6 a clause quoted by nobody is named, wherever it could be quoted', () => {
  const clauses = [
    { id: 'c', text: '1 分' },
    { id: 'd', text: '另有规定' },
  ];
  const items = [item('p', [proven('x', minus('-1'))])];
  expect(briefOf(lintOf(items, { clauses }))).toEqual(['clauseUnused clauses[1] d']);
  expect(lintOf(items, { clauses, procedure: { clause: 'd' } })).toEqual([]);
  expect(lintOf([item('p', [proven('x', minus('-1', 'd'))])], { clauses })).toEqual([]);
});

test('§16 a lower method is not told of the clauses that are the upper one’s', () => {
  const clauses = [
    { id: 'c', text: '1 分' },
    { id: 'd', text: '部门指标由各部门设定' },
  ];
  const items = [item('p', [proven('x', minus('-1'))])];
  expect(lintOf(items, { clauses, extends: { id: 'upper', version: '1' } })).toEqual([]);
});

function missing(text: string, scoring: Scoring): readonly string[] {
  return lintOf([item('p', [proven('x', scoring, { marks: '100' })])], { clauses: [{ id: 'c', text }] })
    .filter((finding) => finding.code === 'clauseWithoutPoints')
    .flatMap((finding) => finding.words);
}

test.each<readonly [string, string, readonly string[]]>([
  ['一次扣0.5分', '-0.5', []],
  ['一次扣０.５分', '-0.5', []],
  ['一次扣5分', '-0.5', ['0.5']],
  ['一次扣10.5分', '-0.5', ['0.5']],
  ['扣一分', '-1', []],
  ['每次扣10分', '-1', ['1']],
  ['每次扣1.5分', '-5', ['5']],
  ['每次扣2分', '-2', []],
  ['扣12分或2分', '-2', []],
  ['另行规定', '0', []],
  ['另行规定', 'x', []],
  ['加十一分', '11', ['11']],
])('X6 of “%s” and %s points the clause and the rule are compared', (text, points, words) => {
  expect(missing(text, minus(points))).toEqual(words);
});

test('X6 every family that states points is compared with its clause', () => {
  const nothing = '另行规定';
  expect(missing(nothing, { family: 'band', min: '-8', max: '-3' })).toEqual(['8', '3']);
  const side = { side: 'below', at: '90', points: '-0.2' } as const;
  expect(missing(nothing, { family: 'thresholdRate', sides: [side] })).toEqual(['0.2']);
  expect(missing(nothing, { family: 'relativeToMean', sides: [side] })).toEqual(['0.2']);
  expect(missing(nothing, { family: 'escalation', steps: [{ points: '-3' }, { points: '-3' }] })).toEqual([
    '3',
  ]);
  expect(missing(nothing, { family: 'lateness', by: 'day', points: '-0.5' })).toEqual(['0.5']);
  expect(missing(nothing, { family: 'controlNumber', step: '10%', points: '-0.5' })).toEqual(['0.5']);
  expect(missing(nothing, { family: 'target', short: '-0.5' })).toEqual(['0.5']);
  expect(missing(nothing, { family: 'ratio' })).toEqual([]);
  const events = [{ code: 'e', name: '情形', points: '-4' }];
  for (const family of ['ladder', 'deductFromFull'] as const)
    expect(missing(nothing, { family, events })).toEqual(['4']);
  expect(missing(nothing, { family: 'allOrNothing', events, times: 2 })).toEqual(['4']);
});

test('X6 an event may have a clause of its own', () => {
  const clauses = [
    { id: 'c', text: '另行规定' },
    { id: 'd', text: '扣 4 分' },
  ];
  const items = [item('p', [proven('x', minus('-4', 'd'))])];
  expect(lintOf(items, { clauses })).toEqual([]);
});
