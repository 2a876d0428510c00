import { expect, test } from 'vitest';
import { closestWord } from './closest-word.ts';

const fields = ['marks', 'name', 'indicators', 'cap', 'clause', 'of'];

test.each([
  ['mark', 'marks'],
  ['marcks', 'marks'],
  ['Marks', 'marks'],
  ['makrs', 'marks'],
  ['nmae', 'name'],
  ['indicator', 'indicators'],
  ['capability', 'cap'],
  ['cal', 'cap'],
  ['office', undefined],
  ['owner', undefined],
  ['x', undefined],
])('X7 %s is read as %s', (word, meant) => {
  expect(closestWord(word, fields)).toBe(meant);
});
