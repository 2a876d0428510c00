import { expect, test } from 'vitest';
import { CITY, changed, DEPARTMENT, wholeOf } from '../test-support/three-tiers.ts';
import { clauseWords } from './clause-words.ts';
import { codedPath } from './coded-path.ts';
import { isInherited } from './is-inherited.ts';

const department = wholeOf(CITY, DEPARTMENT);

test.each([
  ['totalMarks', 'totalMarks'],
  ['', ''],
  ['modules[1].items[0].marks', 'modules[own].items[work].marks'],
  [
    'modules[1].items[0].indicators[1].scoring.events[0].points',
    'modules[own].items[work].indicators[files].scoring.events[0].points',
  ],
  [
    'modules[0].items[0].indicators[0].scoring.events[0]',
    'modules[common].items[duty].indicators[late].scoring.events[late]',
  ],
  ['clauses[4].text', 'clauses[d1].text'],
  ['modules[9].items[0]', 'modules[9].items[0]'],
  ['without[0].clause', 'without[0].clause'],
  ['appraises[0]', 'appraises[0]'],
  ['id[0]', 'id[0]'],
])('X7 %s of the whole is told as %s, by code', (path, coded) => {
  expect(codedPath(department, path)).toBe(coded);
});

test.each([
  ['modules[common].items[duty].indicators[late].cap', true],
  ['modules[common].items[duty]', true],
  ['modules[own].items[work].indicators[study]', true],
  ['modules[own].items[work].indicators[files].evidence', false],
  ['modules[own].items[work]', false],
  ['modules[own].items[work].marks', false],
  ['clauses[c1]', true],
  ['clauses[d1].text', false],
  ['totalMarks', true],
  ['name', false],
  ['grading.allowRaise', true],
])('X6 whether %s is taken over word for word: %s', (path, inherited) => {
  expect(isInherited(CITY, department, path)).toBe(inherited);
});

test('X6 a section with other words is the method’s own', () => {
  const own = changed(department, 'procedure', { noticeDays: 7 });
  expect(isInherited(CITY, own, 'procedure.noticeDays')).toBe(false);
});

test('§16 a clause is shown by its beginning', () => {
  const text = '一二三四五六七八九十一二三四五六七八九十一二三四';
  const shown = (own: string) => clauseWords({ ...CITY, clauses: [{ id: 'c', text: own }] }, 'c');
  expect(shown(text)).toBe(`c“${text}”`);
  expect(shown(`${text}五`)).toBe(`c“${text}…”`);
});
