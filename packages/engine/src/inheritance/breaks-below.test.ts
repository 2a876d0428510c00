import { expect, test } from 'vitest';
import { CITY, changed, DEPARTMENT, own, wholeOf } from '../test-support/three-tiers.ts';
import { breaksBelow } from './breaks-below.ts';

const department = wholeOf(CITY, DEPARTMENT);
const next = { ...CITY, version: '2' };
const problemsUnder = (upper: typeof CITY, lower = department) =>
  breaksBelow(CITY, upper, [lower])[0]?.problems.map(({ code, path }) => `${code} ${path}`);

test('§16 nothing breaks below where the own words still fit', () => {
  const stricter = changed(next, 'modules.0.items.0.indicators.0.scoring.events.0.points', '-2');
  expect(breaksBelow(CITY, stricter, [department])).toEqual([
    { id: 'department', name: '支队办法', version: '1', problems: [] },
  ]);
});

test('§16 a changed opening breaks what fills it, and both clauses are named', () => {
  const less = changed(changed(next, 'modules.1.items.0.opens.marks', '60'), 'modules.1.items.0.marks', '80');
  const [broken] = breaksBelow(CITY, changed(less, 'totalMarks', '90'), [department]);
  const codes = broken?.problems.map(({ code, path }) => `${code} ${path}`);
  expect(codes).toEqual([
    'openedMarksMismatch modules[1].items[0]',
    'marksDoNotSum modules[1].items[0].marks',
  ]);
  expect(broken?.problems[0]?.message).toMatch(/上级办法“市局办法”条款c3“.*本办法条款d1“/);
});

test('§16 an own override breaks when the upper method becomes stricter than it', () => {
  const path = 'modules.0.items.0.indicators.0.scoring.events.0.points';
  const override = changed(department, path, '-2');
  expect(problemsUnder(changed(next, path, '-2'), override)).toEqual([]);
  expect(problemsUnder(changed(next, path, '-3'), override)).toEqual([
    'inheritedLoosened modules[0].items[0].indicators[0].scoring.events[0].points',
  ]);
});

test('§16 own indicators in an item that is gone are told', () => {
  const gone = changed(next, 'modules.1.items.0.code', 'other');
  expect(problemsUnder(gone)).toEqual(['inheritedUnknown modules[0].items[0]']);
});

test('§16 an own code that the upper method now uses is told', () => {
  const taken = changed(
    next,
    'modules.0.items.0.indicators.1',
    own('files', undefined, { scoring: { family: 'ratio' } }),
  );
  expect(problemsUnder(taken)).toContain('codeDuplicate modules[1].items[0].indicators[1].code');
});

test('§16 what was wrong before is not the new version’s doing', () => {
  const unowned = changed(department, 'modules.1.items.0.indicators.1.owner', ' ');
  expect(problemsUnder(next, unowned)).toEqual([]);
});

test('§16 every method below is listed', () => {
  expect(breaksBelow(CITY, next, [department, { ...department, id: 'second' }]).map((one) => one.id)).toEqual(
    ['department', 'second'],
  );
  expect(breaksBelow(CITY, next, [])).toEqual([]);
});
