import { expect, test } from 'vitest';
import { toText } from '../kernel/exact-text.ts';
import {
  entry,
  evaluated,
  factsOf,
  indicator,
  indicatorText,
  item,
  officer,
  refusalCodes,
  resultOf,
  ruleSetOf,
  scoreText,
  textOf,
  unit,
} from '../test-support/small-rule-set.ts';
import { evaluate } from './evaluate.ts';
import type { FactEntry } from './facts.ts';

const one = { family: 'occurrence', events: [{ code: 'e', name: '情形', points: '-1' }] } as const;
const simple = ruleSetOf([item('p', [indicator('x', one)], { marks: '10' })]);
const two = ruleSetOf([
  item(
    'p',
    [indicator('x', one, { marks: '6' }), indicator('r', { family: 'ratio', target: '10' }, { marks: '4' })],
    {
      marks: '10',
    },
  ),
]);

test('P7 after an appeal a reversal and a new entry replace the score, and both stay visible', () => {
  const facts = factsOf([
    entry('x', { id: 'first', quantity: '3' }),
    entry('x', { id: 'undo', kind: 'reversal', reverses: 'first' }),
    entry('x', { id: 'second', quantity: '1' }),
  ]);
  const result = resultOf(evaluated(simple, facts));
  expect(textOf(result.score)).toBe('9');
  expect(result.entries).toMatchObject([{ id: 'first', reversedBy: 'undo' }, { id: 'second' }]);
});

test('§13 a decision after sealing is an adjustment in the open period', () => {
  const facts = factsOf([entry('x'), entry('x', { kind: 'adjustment', points: '0.5', reason: '复议决定' })]);
  expect(scoreText(simple, facts)).toBe('9.5');
});

test('§13 an adjustment counts even where the indicator has no target in the open period', () => {
  const rules = ruleSetOf([
    item('p', [indicator('x', one, { marks: '6' }), indicator('r', { family: 'ratio' }, { marks: '4' })], {
      marks: '10',
    }),
  ]);
  const adjustment = entry('r', { kind: 'adjustment', points: '-1', reason: '复议决定' });
  expect(scoreText(rules, factsOf([adjustment]))).toBe('9');
  expect(indicatorText(rules, factsOf([]), 'r')).toBe('notApplicable');
});

test.each<[string, Partial<FactEntry>[], string]>([
  ['an unknown entry', [{ kind: 'reversal', reverses: 'nowhere' }], 'reversedUnknown'],
  [
    'the same entry twice',
    [{ id: 'a' }, { kind: 'reversal', reverses: 'a' }, { kind: 'reversal', reverses: 'a' }],
    'reversedTwice',
  ],
  [
    'a reversal',
    [{ id: 'b' }, { id: 'c', kind: 'reversal', reverses: 'b' }, { kind: 'reversal', reverses: 'c' }],
    'reversedTwice',
  ],
  ['nothing', [{ kind: 'reversal' }], 'reversalMalformed'],
])('§15 reversing %s is refused', (_name, entries, code) => {
  expect(refusalCodes(simple, factsOf(entries.map((own) => entry('x', own))))).toContain(code);
});

test.each<[string, Partial<FactEntry>, string]>([
  ['an unknown subject', { subject: 'nobody' }, 'subjectUnknown'],
  ['an unknown indicator', { indicator: 'nothing' }, 'indicatorUnknown'],
  ['an unknown event', { event: 'nothing' }, 'eventUnknown'],
  ['a measure for an event family', { kind: 'measure', quantity: '1' }, 'kindMismatch'],
  ['a number with a comma', { quantity: '1,000' }, 'numberMalformed'],
  ['a negative quantity', { quantity: '-1' }, 'quantityNegative'],
  ['a time without a zone', { at: '2026-09-01T08:00:00' }, 'timeMalformed'],
  ['an adjustment without points', { kind: 'adjustment' }, 'pointsMissing'],
])('§15 %s is refused, not guessed', (_name, more, code) => {
  expect(refusalCodes(simple, factsOf([entry('x', more)]))).toEqual([code]);
});

test('§15 the same entry id twice is refused, also beside other faults', () => {
  const facts = factsOf([
    entry('x', { id: 'a', subject: 'nobody' }),
    entry('x', { id: 'b' }),
    entry('x', { id: 'b' }),
  ]);
  expect(refusalCodes(simple, facts)).toEqual(['subjectUnknown', 'entryDuplicate']);
});

test('§1 one leaf not yet scored leaves the subject not scored, and says what is known', () => {
  const result = resultOf(evaluated(two, factsOf([entry('x')])));
  expect(result.score.state).toBe('notScored');
  expect(result.rank).toBeNull();
  expect(result.missing).toEqual(['r']);
  expect([toText(result.known.value), toText(result.known.ofMarks)]).toEqual(['5', '6']);
});

test('§1 an indicator that does not apply is no zero: its marks are shared out, or given in full', () => {
  const entries = [entry('x', { quantity: '3' }), entry('r', { kind: 'exemption', reason: '法律规定不明' })];
  expect(scoreText(two, factsOf(entries))).toBe('5');
  expect(scoreText({ ...two, notApplicable: 'full' }, factsOf(entries))).toBe('7');
  expect(indicatorText(two, factsOf(entries), 'r')).toBe('exempt');
});

test('§1 an indicator for other sequences is not applicable here, and its entries are refused', () => {
  const rules = ruleSetOf([
    item('p', [indicator('x', one, { subjects: { sequences: ['机关'] } }), indicator('y', one)], {
      marks: '10',
    }),
  ]);
  const facts = factsOf([entry('y')], { subjects: [unit('a', { sequence: '派出所' })] });
  expect(indicatorText(rules, facts, 'x')).toBe('notApplicable');
  expect(scoreText(rules, facts)).toBe('9');
  expect(refusalCodes(rules, { ...facts, entries: [entry('x')] })).toEqual(['indicatorNotForSubject']);
});

test('§1 items that do not apply leave the total to the others', () => {
  const rules = ruleSetOf(
    [
      item('p', [indicator('x', one)], { marks: '60' }),
      item('q', [indicator('y', one, { subjects: { kinds: ['officer'] } })], { marks: '40' }),
    ],
    { mode: 'percentage', totalMarks: '100' },
  );
  expect(scoreText(rules, factsOf([entry('x', { quantity: '6' })]))).toBe('90');
});

test('§9 zeroTotal and zeroItem come after the scores and name their source', () => {
  const effects = (kind: 'zeroItem' | 'zeroTotal') =>
    factsOf([], { effects: [{ subject: 'a', id: 'veto', kind, item: 'p' }] });
  const wide = ruleSetOf([
    item('p', [indicator('x', one)], { marks: '10' }),
    item('q', [indicator('y', one)], { marks: '5' }),
  ]);
  expect(scoreText(wide, effects('zeroItem'))).toBe('5');
  expect(scoreText(wide, effects('zeroTotal'))).toBe('0');
  expect(resultOf(evaluated(wide, effects('zeroTotal'))).effects).toMatchObject([
    { kind: 'zeroTotal', source: 'veto' },
  ]);
});

test('§15 the score does not depend on whether traces were asked for', () => {
  const subjects = [officer('a'), officer('b')];
  const facts = factsOf([entry('x'), entry('x', { subject: 'b', quantity: '2' })], { subjects });
  const strip = (traces: 'all' | 'none' | string[]) => {
    const result = evaluate({ ruleSet: simple, facts, traces });
    if (!result.ok) throw new Error('refused');
    return result.value.subjects;
  };
  const bare = strip('none');
  expect(bare.every((own) => own.trace === null && own.entries === null)).toBe(true);
  expect(strip('all').map((own) => ({ ...own, trace: null, entries: null }))).toEqual(bare);
  expect(strip(['b']).map((own) => own.trace !== null)).toEqual([false, true]);
});
