import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explain, leavesSum } from '../explain/explain.ts';
import { compare, sumOf } from '../kernel/exact.ts';
import { canonicalJson } from '../ledger/canonical-json.ts';
import { indicator, item, officer, ruleSetOf } from '../test-support/small-rule-set.ts';
import { evaluate } from './evaluate.ts';
import type { Evaluation } from './evaluation.ts';
import { toPlain } from './evaluation-json.ts';
import type { FactEntry, Facts } from './facts.ts';
import type { RuleSet } from './rule-set.ts';
import type { TraceNode } from './trace.ts';

const event = (code: string, points: string) => ({ code, name: code, points });
const rules: RuleSet = ruleSetOf(
  [
    item(
      'p',
      [
        indicator(
          'x',
          { family: 'occurrence', events: [event('minus', '-0.7'), event('plus', '1.1')] },
          { cap: '9' },
        ),
        indicator(
          'full',
          { family: 'deductFromFull', events: [event('flaw', '-0.2')] },
          { marks: '15', floorAtLeaf: true },
        ),
        indicator('band', { family: 'band', min: '-3', max: '-1' }),
      ],
      { marks: '40' },
    ),
    item(
      'q',
      [
        indicator('ratio', { family: 'ratio', target: '7', absent: 'zero' }, { marks: '30' }),
        indicator(
          'steps',
          { family: 'escalation', steps: [{ points: '-1' }, { points: '-2.5' }] },
          { marks: '30' },
        ),
      ],
      { marks: '60' },
    ),
    item(
      'bonus',
      [indicator('ladder', { family: 'ladder', events: [event('two', '2'), event('three', '3')] })],
      { high: '4' },
    ),
  ],
  { mode: 'percentage', totalMarks: '100', matters: { split: 'each' } },
);
const subjects = ['a', 'b', 'c', 'd'].map((id) => officer(id));

const shape = fc.constantFrom(
  { indicator: 'x', event: 'minus' },
  { indicator: 'x', event: 'plus' },
  { indicator: 'full', event: 'flaw' },
  { indicator: 'band', points: '-1.5', reason: '理由' },
  { indicator: 'ratio', kind: 'measure' as const },
  { indicator: 'steps' },
  { indicator: 'ladder', event: 'two' },
  { indicator: 'ladder', event: 'three' },
  { indicator: 'x', kind: 'adjustment' as const, points: '0.3' },
);
const loose = fc.record({
  shape,
  subject: fc.constantFrom('a', 'b', 'c', 'd'),
  quantity: fc.constantFrom('1', '2', '0.5', '3'),
  day: fc.integer({ min: 1, max: 28 }),
  matter: fc.option(fc.constantFrom('m1', 'm2'), { nil: undefined }),
});
const entries = fc.array(loose, { maxLength: 40 }).map((list) =>
  list.map(({ shape: own, subject, quantity, day, matter }, i): FactEntry => {
    const counts = own.indicator !== 'steps' && own.indicator !== 'band';
    const isMeasure = 'kind' in own && own.kind === 'measure';
    return {
      kind: 'event',
      ...own,
      id: `e${i}`,
      subject,
      at: `2026-09-${String(day).padStart(2, '0')}`,
      ...(counts ? { quantity } : {}),
      ...(matter === undefined || isMeasure ? {} : { matter }),
    };
  }),
);

function run(list: readonly FactEntry[], more: Partial<Facts> = {}): Evaluation {
  const result = evaluate({
    ruleSet: rules,
    facts: {
      period: { id: 'm', from: '2026-09-01', to: '2026-09-30', kind: 'month' },
      subjects,
      entries: list,
      ...more,
    },
  });
  if (!result.ok) throw new Error(result.refusals.map((refusal) => refusal.message).join());
  return result.value;
}
const bytes = (evaluation: Evaluation) => canonicalJson(JSON.parse(JSON.stringify(toPlain(evaluation))));

test('§15 the order of the input changes nothing, to the last byte of the trace', () => {
  fc.assert(
    fc.property(entries, fc.infiniteStream(fc.nat()), (list, random) => {
      const shuffled = list
        .map((own) => ({ own, key: random.next().value ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ own }) => own);
      const mirrored = [...subjects].reverse();
      expect(bytes(run(shuffled, { subjects: mirrored }))).toBe(bytes(run(list)));
    }),
    { numRuns: 60 },
  );
});

test('X1 the leaves of every explanation re-add to the value they explain', () => {
  const check = (node: TraceNode): void => {
    if (node.state !== 'scored') return;
    expect(leavesSum(node)).toStrictEqual(node.amount);
    for (const child of node.children) check(child);
  };
  fc.assert(
    fc.property(entries, (list) => {
      for (const { trace, score } of run(list).subjects) {
        if (trace === null || score.state !== 'scored') throw new Error('every subject is scored here');
        expect(trace.amount).toStrictEqual(score.value);
        check(trace);
        expect(explain(trace).every((line) => line.text.length > 0)).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

test('§15 an entry and its reversal together change nothing but the list of entries', () => {
  fc.assert(
    fc.property(entries, loose, (list, { shape: own, subject }) => {
      const extra: FactEntry = { kind: 'event', ...own, quantity: '1', id: 'z1', subject, at: '2026-09-03' };
      const undo: FactEntry = {
        id: 'z2',
        subject,
        indicator: own.indicator,
        kind: 'reversal',
        reverses: 'z1',
        at: '2026-09-04',
      };
      const bare = (evaluation: Evaluation) =>
        toPlain(evaluation.subjects.map((result) => ({ ...result, entries: null })));
      expect(bare(run([...list, extra, undo]))).toEqual(bare(run(list)));
    }),
    { numRuns: 60 },
  );
});

test('§4 one more deduction never raises a score of a percentage rule set', () => {
  fc.assert(
    fc.property(
      entries,
      fc.constantFrom('a', 'b'),
      fc.constantFrom('x', 'full', 'band', 'steps'),
      (list, subject, code) => {
        const parts = {
          x: { event: 'minus' },
          full: { event: 'flaw' },
          band: { points: '-2', reason: '理由' },
          steps: {},
        } as const;
        const more: FactEntry = {
          id: 'z',
          subject,
          indicator: code,
          kind: 'event',
          at: '2026-09-29',
          ...parts[code as keyof typeof parts],
        };
        const of = (evaluation: Evaluation) => {
          const score = evaluation.subjects.find((result) => result.subject === subject)?.score;
          if (score?.state !== 'scored') throw new Error('not scored');
          return score.value;
        };
        expect(compare(of(run([...list, more])), of(run(list)))).toBeLessThanOrEqual(0);
      },
    ),
    { numRuns: 100 },
  );
});

test('§15 the counted entries sum to the balances of additions and deductions', () => {
  fc.assert(
    fc.property(entries, (list) => {
      const own = list.filter((fact) => fact.kind !== 'measure').map((fact) => fact);
      for (const result of run(own).subjects) {
        const counted = (result.entries ?? []).map((entry) => entry.counted);
        const positive = sumOf(counted.filter((amount) => amount.n > 0));
        expect(result.additions).toStrictEqual(positive);
      }
    }),
    { numRuns: 40 },
  );
});

test('§15 whoever asks for traces sees the same scores, ranks and balances', () => {
  fc.assert(
    fc.property(entries, fc.subarray(['a', 'b', 'c', 'd']), (list, traced) => {
      const facts: Facts = {
        period: { id: 'm', from: '2026-09-01', to: '2026-09-30', kind: 'month' },
        subjects,
        entries: list,
      };
      const bare = (traces: 'all' | 'none' | readonly string[]) => {
        const result = evaluate({ ruleSet: rules, facts, traces });
        if (!result.ok) throw new Error('refused');
        return toPlain(result.value.subjects.map((own) => ({ ...own, trace: null, entries: null })));
      };
      const all = bare('all');
      expect(bare('none')).toEqual(all);
      expect(bare(traced)).toEqual(all);
    }),
    { numRuns: 60 },
  );
});
