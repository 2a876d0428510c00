import { add, exact, toText } from '@mingji/engine';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countsOf, sumFloor } from './sum-floor.ts';

const key = { child: fc.constantFrom('own', 'a', 'b', 'c'), code: fc.constantFrom('x', 'y') };
const n = fc.nat({ max: 50 });
const facts = fc.record({
  targets: fc.array(fc.record({ ...key, issued: n, opened: n, stuck: n })),
  work: fc.array(fc.record({ ...key, submitted: n, waiting: n, returned: n, accepted: n })),
  points: fc.array(
    fc.record({
      ...key,
      points: fc.integer({ min: -500, max: 500 }).map((each) => toText(exact(`${each}/100`))),
    }),
  ),
});

test('P10 X5 by child and by indicator the same facts make the same whole', () => {
  fc.assert(
    fc.property(facts, (given) => {
      const whole = countsOf(
        sumFloor(given, () => 'all'),
        'all',
      );
      for (const keyOf of [(fact: { child: string }) => fact.child, (fact: { code: string }) => fact.code]) {
        const parts = [...sumFloor(given, keyOf).values()];
        expect(parts.reduce((sum, part) => sum + part.submitted, 0)).toBe(whole.submitted);
        expect(parts.reduce((sum, part) => sum + part.opened, 0)).toBe(whole.opened);
        expect(toText(parts.map((part) => exact(part.points)).reduce(add, exact('0')))).toBe(whole.points);
      }
    }),
  );
});

test('P10 who has nothing has counts of nought', () => {
  expect(
    countsOf(
      sumFloor({ targets: [], work: [], points: [] }, () => 'all'),
      'all',
    ),
  ).toMatchObject({
    issued: 0,
    submitted: 0,
    points: '0',
  });
});
