import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leavesSum } from '../explain/explain.ts';
import { compare } from '../kernel/exact.ts';
import { canonicalJson } from '../ledger/canonical-json.ts';
import { randomEvaluation } from '../test-support/random-evaluation.ts';
import { evaluate } from './evaluate.ts';
import { toPlain } from './evaluation-json.ts';
import type { FactEntry, Facts } from './facts.ts';
import type { RuleSet } from './rule-set.ts';

const PATIENCE = { timeout: 60_000 };

/** Any rules and facts, with a second draw to disturb them by. */
const disturbed = fc.tuple(randomEvaluation, fc.infiniteStream(fc.nat()));
const first = (periods: readonly Facts[]): Facts => {
  const facts = periods[0];
  if (facts === undefined) throw new Error('no period was drawn');
  return facts;
};
const textOfResult = (ruleSet: RuleSet, facts: Facts, traces: 'all' | 'none') =>
  canonicalJson(JSON.parse(JSON.stringify(toPlain(evaluate({ ruleSet, facts, traces })))));

test(
  '§15 no order of subjects or entries changes a byte, for any rules and facts, traced or not',
  PATIENCE,
  () => {
    fc.assert(
      fc.property(disturbed, ([{ ruleSet, periods }, random]) => {
        const facts = first(periods);
        const shuffle = <T>(list: readonly T[]): readonly T[] =>
          list
            .map((own) => ({ own, key: random.next().value ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ own }) => own);
        const other = { ...facts, subjects: shuffle(facts.subjects), entries: shuffle(facts.entries) };
        for (const traces of ['all', 'none'] as const) {
          const result = evaluate({ ruleSet, facts, traces });
          if (!result.ok) return;
          expect(textOfResult(ruleSet, other, traces)).toBe(textOfResult(ruleSet, facts, traces));
        }
      }),
      { numRuns: 80 },
    );
  },
);

test('X1 the leaves re-add to the value, for any rules and facts', PATIENCE, () => {
  fc.assert(
    fc.property(randomEvaluation, ({ ruleSet, periods }) => {
      const result = evaluate({ ruleSet, facts: first(periods) });
      if (!result.ok) return;
      for (const { trace, score } of result.value.subjects) {
        if (trace === null || score.state !== 'scored') continue;
        expect(trace.amount).toStrictEqual(score.value);
        expect(leavesSum(trace)).toStrictEqual(score.value);
      }
    }),
    { numRuns: 80 },
  );
});

test(
  '§15 an entry and its reversal together are as if neither were there, for any rules and facts',
  PATIENCE,
  () => {
    fc.assert(
      fc.property(randomEvaluation, fc.nat(), ({ ruleSet, periods }, pick) => {
        const facts = first(periods);
        const reversible = facts.entries.filter(
          ({ id, kind }) => kind !== 'reversal' && !facts.entries.some((other) => other.reverses === id),
        );
        const gone = reversible[pick % Math.max(reversible.length, 1)];
        if (gone === undefined) return;
        const { id, subject, indicator: code, at } = gone;
        const undo: FactEntry = {
          id: 'z-undo',
          subject,
          indicator: code,
          kind: 'reversal',
          reverses: id,
          at,
        };
        const bare = (entries: readonly FactEntry[], traces: 'all' | 'none') => {
          const result = evaluate({ ruleSet, facts: { ...facts, entries }, traces });
          return result.ok ? toPlain(result.value.subjects.map((own) => ({ ...own, entries: null }))) : null;
        };
        const without = facts.entries.filter((own) => own !== gone);
        for (const traces of ['all', 'none'] as const)
          expect(bare([...facts.entries, undo], traces)).toEqual(bare(without, traces));
      }),
      { numRuns: 80 },
    );
  },
);

test('§4 one more deduction raises no score, for any percentage rule set', PATIENCE, () => {
  const deductible = ['occurrence', 'ladder', 'allOrNothing'];
  fc.assert(
    fc.property(randomEvaluation, fc.nat(), ({ ruleSet, periods }, pick) => {
      const codes = ruleSet.modules
        .flatMap((module) => module.items.flatMap((own) => own.indicators))
        .filter((own) => deductible.includes(own.scoring.family))
        .map((own) => own.code);
      const code = codes[pick % Math.max(codes.length, 1)];
      if (ruleSet.mode !== 'percentage' || code === undefined) return;
      const facts = first(periods);
      const more: FactEntry = {
        id: 'z',
        subject: 'a',
        indicator: code,
        kind: 'event',
        event: 'minus',
        at: '2026-09-29',
      };
      const of = (entries: readonly FactEntry[]) => {
        const result = evaluate({ ruleSet, facts: { ...facts, entries }, traces: 'none' });
        return result.ok ? (result.value.subjects.find((own) => own.subject === 'a')?.score ?? null) : null;
      };
      const [before, after] = [of(facts.entries), of([...facts.entries, more])];
      if (before?.state !== 'scored' || after?.state !== 'scored') return;
      expect(compare(after.value, before.value)).toBeLessThanOrEqual(0);
    }),
    { numRuns: 120 },
  );
});
