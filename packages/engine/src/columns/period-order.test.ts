import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toPlain } from '../rules/evaluation-json.ts';
import type { Facts } from '../rules/facts.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { randomEvaluation } from '../test-support/random-evaluation.ts';
import { entry, factsOf, indicator, item, officer, ruleSetOf } from '../test-support/small-rule-set.ts';
import { columnsOf } from './columns-of.ts';
import { type EntryColumns, emptyColumns } from './entry-columns.ts';
import { evaluatePeriods } from './evaluate-periods.ts';
import { inPeriodOrder } from './period-order.ts';

function columnsFor(ruleSet: RuleSet, periods: readonly Facts[]): EntryColumns {
  const columns = columnsOf(ruleSet, periods);
  if (!columns.ok) throw new Error(columns.refusals[0]?.message);
  return columns.value;
}

/** The same entries the other way round: the last period first. */
function reversed(columns: EntryColumns): EntryColumns {
  const { period, subject, indicator: own, kind, event, quantity, matter, at, marks } = columns;
  const last = columns.size - 1;
  return {
    ...columns,
    period: period.toReversed(),
    subject: subject.toReversed(),
    indicator: own.toReversed(),
    kind: kind.toReversed(),
    event: event.toReversed(),
    quantity: quantity.toReversed(),
    matter: matter.toReversed(),
    at: at.toReversed(),
    marks: marks.toReversed(),
    reversedBy: new Map([...columns.reversedBy].map(([position, by]) => [last - position, by])),
    entry: (position) => columns.entry(last - position),
  };
}

function results(ruleSet: RuleSet, periods: readonly Facts[], columns: EntryColumns) {
  const result = evaluatePeriods({ ruleSet, periods, columns });
  if (!result.ok) return [...new Set(result.refusals.map(({ code }) => code))];
  return result.value.map((scores) => ({
    ranks: [...scores.ranks],
    explained: toPlain(scores.subjects.map((_, at) => scores.explain(at))),
    scores: toPlain(scores.subjects.map((_, at) => scores.score(at))),
    appraisal: toPlain(scores.appraisal),
  }));
}

test('§15 columns in whatever order give the same results', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(randomEvaluation, ({ ruleSet, periods }) => {
      const columns = columnsFor(ruleSet, periods);
      expect(results(ruleSet, periods, reversed(columns))).toEqual(results(ruleSet, periods, columns));
    }),
    { numRuns: 40 },
  );
});

test('§15 each period has its own stretch, an empty one too', () => {
  const columns = { ...emptyColumns(4), period: Uint16Array.of(0, 2, 2, 4) };
  const full: EntryColumns = {
    ...columns,
    subjects: [],
    indicators: [],
    events: [],
    matters: 0,
    reversedBy: new Map(),
    entry: () => entry('x'),
  };
  const ordered = inPeriodOrder(full, 6);
  expect([...ordered.starts]).toEqual([0, 1, 1, 3, 3, 4, 4]);
  expect(ordered.columns).toBe(full);
  const turned = inPeriodOrder(reversed(full), 6);
  expect([...turned.columns.period]).toEqual([0, 2, 2, 4]);
  expect([...turned.starts]).toEqual([...ordered.starts]);
});

const rules = ruleSetOf([
  item('p', [
    indicator('x', { family: 'occurrence', events: [{ code: 'e', name: '情形', points: '-1' }] }, {}),
    indicator(
      'y',
      { family: 'occurrence', events: [{ code: 'e', name: '情形', points: '-1' }] },
      { subjects: { kinds: ['unit'] } },
    ),
  ]),
]);

test('§15 whoever is not on the roster of the month has no entries in it', () => {
  const [first, second] = [officer('a'), officer('b')];
  const both = [
    factsOf([entry('x')], { subjects: [first] }),
    factsOf([entry('x', { subject: 'b' })], { subjects: [second] }),
  ];
  const columns = columnsFor(rules, both);
  expect(results(rules, both, columns)).toMatchObject([{ ranks: [1] }, { ranks: [1] }]);
  const exchanged = both.map((facts, at) => ({ ...facts, subjects: at === 0 ? [second] : [first] }));
  expect(results(rules, exchanged, columns)).toEqual(['subjectUnknown']);
});

test('§15 columns name indicators by themselves: one that the rules lack is refused', () => {
  const facts = factsOf([entry('x')], { subjects: [officer('a')] });
  const columns = columnsFor(rules, [facts]);
  expect(results(rules, [facts], { ...columns, indicators: ['x2', 'y'] })).toEqual(['indicatorUnknown']);
  expect(results(rules, [facts], { ...columns, indicators: ['y', 'x'] })).toEqual(['indicatorNotForSubject']);
});
