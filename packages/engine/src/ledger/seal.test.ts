import { expect, test } from 'vitest';
import type { Facts } from '../rules/facts.ts';
import {
  entry,
  evaluated,
  factsOf,
  indicator,
  item,
  officer,
  ruleSetOf,
} from '../test-support/small-rule-set.ts';
import { sealBytes, sealContent } from './canonical-seal.ts';
import { diffSeal } from './diff-seal.ts';
import { toHex } from './utf8.ts';

const ruleSet = ruleSetOf([
  item(
    'p',
    [indicator('x', { family: 'occurrence', events: [{ code: 'e', name: '情形', points: '-0.5' }] })],
    { marks: '10' },
  ),
]);
const entries = [
  entry('x', { id: 'e-1', quantity: '3' }),
  entry('x', { id: 'e-2', subject: 'b', quantity: '1.50' }),
];
const facts = factsOf(entries, { subjects: [officer('a'), officer('b')] });
const seal = (own: Facts, of = own) =>
  sealContent({ bureau: 'b-1', ruleSet, facts: own, evaluation: evaluated(ruleSet, of) });

test('§15 a seal does not depend on the order of rows or on how a decimal was written', () => {
  const turned = {
    ...facts,
    entries: [{ ...entries[1], quantity: '1.5' } as (typeof entries)[0], entries[0] as (typeof entries)[0]],
    subjects: [...facts.subjects].reverse(),
  };
  expect(toHex(sealBytes(seal(turned)))).toBe(toHex(sealBytes(seal(facts))));
  expect(diffSeal(seal(facts), seal(turned))).toEqual([]);
});

test('§15 a changed entry is named with its field, and the result it changed with it', () => {
  const forged = {
    ...facts,
    entries: [{ ...entries[0], quantity: '1' } as (typeof entries)[0], entries[1] as (typeof entries)[0]],
  };
  const differences = diffSeal(seal(facts), seal(forged));
  expect(differences.map((own) => [own.path, own.kind, own.sealed, own.present])).toEqual([
    ['entries[e-1].quantity', 'changed', '"3"', '"1"'],
    ['results[a].indicators.x', 'changed', '"-1.5"', '"-0.5"'],
    ['results[a].items.p', 'changed', '"8.5"', '"9.5"'],
    ['results[a].rank', 'changed', '2', '1'],
    ['results[a].score', 'changed', '"8.5"', '"9.5"'],
    ['results[b].rank', 'changed', '1', '2'],
  ]);
  expect(differences[0]?.message).toContain('e-1');
});

test('§15 an entry removed or slipped in is named, and so is a result tampered with alone', () => {
  const without = { ...facts, entries: entries.slice(0, 1) };
  const missing = diffSeal(seal(facts), seal(without, facts));
  expect(missing).toMatchObject([{ path: 'entries[e-2]', kind: 'missing', present: null }]);
  const added = diffSeal(seal(without, facts), seal(facts));
  expect(added).toMatchObject([{ path: 'entries[e-2]', kind: 'added', sealed: null }]);
  const tampered = { ...seal(facts), results: { ...seal(facts).results, a: { score: '10' } } };
  expect(diffSeal(seal(facts), tampered).map((own) => own.path)).toContain('results[a].score');
});
