import { expect, test } from 'vitest';
import { item, ruleSetOf } from '../test-support/small-rule-set.ts';
import { hasSquads, isWithheld, servesIn, visibilityOf } from './visibility.ts';

const actor = (...unitPaths: string[]) => ({
  accountId: 'a',
  officerId: 'o',
  grants: unitPaths.map((unitPath) => ({ role: 'officer' as const, unitPath })),
});

test('§17 a method that says nothing shows units’ ranks to all, officers’ to their sequence, points to the line', () => {
  expect(visibilityOf({})).toEqual({
    points: 'line',
    unitRanks: 'all',
    officerRanks: 'sequence',
    withheld: [],
  });
});

test('§17 what a method writes holds, the rest is as usual', () => {
  expect(visibilityOf({ visibility: { points: 'all', withheld: ['conduct'] } })).toMatchObject({
    points: 'all',
    unitRanks: 'all',
    withheld: ['conduct'],
  });
});

test('§17 who serves in a squad is a colleague of the whole station; of a county only who serves in it directly', () => {
  expect(servesIn(actor('1/2/3/4/'))).toEqual(['1/2/3/']);
  expect(servesIn(actor('1/2/'))).toEqual(['1/2/']);
  expect(hasSquads('1/2/3/')).toBe(true);
  expect(hasSquads('1/2/')).toBe(false);
});

test('§17 a module that holds a withheld item is withheld: its sum would tell the item', () => {
  const items = [item('work', []), item('conduct', [])];
  const ruleSet = ruleSetOf(items, { visibility: { points: 'all', withheld: ['conduct'] } });
  expect(isWithheld(ruleSet, { kind: 'item', code: 'conduct' })).toBe(true);
  expect(isWithheld(ruleSet, { kind: 'item', code: 'work' })).toBe(false);
  expect(isWithheld(ruleSet, { kind: 'module', code: 'm' })).toBe(true);
  expect(isWithheld(ruleSetOf(items), { kind: 'module', code: 'm' })).toBe(false);
});
