import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate } from '../rules/evaluate.ts';
import type { Evaluation } from '../rules/evaluation.ts';
import { toPlain } from '../rules/evaluation-json.ts';
import type { Facts } from '../rules/facts.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { randomEvaluation } from '../test-support/random-evaluation.ts';
import { columnsOf } from './columns-of.ts';
import { evaluatePeriods, type PeriodScores } from './evaluate-periods.ts';

const RUNS = { numRuns: 80 };

/** The result without what is kept only for the traced; or the codes of the refusals. */
function withoutTraces(ruleSet: RuleSet, facts: Facts, traces: 'all' | 'none' | readonly string[]) {
  const result = evaluate({ ruleSet, facts, traces });
  if (!result.ok) return [...new Set(result.refusals.map(({ code }) => code))].sort();
  const subjects = result.value.subjects.map((own) => ({ ...own, trace: null, entries: null }));
  return toPlain({ ...result.value, subjects });
}

const PATIENCE = { timeout: 60_000 };

test(
  '§15 what is added up in whole numbers is what the explaining calculation gives, for any rules and facts',
  PATIENCE,
  () => {
    fc.assert(
      fc.property(randomEvaluation, ({ ruleSet, periods }) => {
        for (const facts of periods) {
          const explained = withoutTraces(ruleSet, facts, 'all');
          expect(withoutTraces(ruleSet, facts, 'none')).toEqual(explained);
          expect(withoutTraces(ruleSet, facts, ['a', 'e'])).toEqual(explained);
        }
      }),
      RUNS,
    );
  },
);

function evaluatedAll(ruleSet: RuleSet, periods: readonly Facts[]): readonly Evaluation[] | null {
  const results = periods.map((facts) => evaluate({ ruleSet, facts }));
  return results.every((result) => result.ok) ? results.flatMap((own) => (own.ok ? own.value : [])) : null;
}

function expectSame(scores: PeriodScores, evaluation: Evaluation): void {
  const byId = new Map(evaluation.subjects.map((own) => [own.subject, own]));
  for (const [at, { id }] of scores.subjects.entries()) {
    const own = byId.get(id);
    expect(toPlain(scores.score(at))).toEqual(toPlain(own?.score));
    expect(scores.ranks[at] || null).toBe(own?.rank);
    expect(toPlain(scores.effects.get(at) ?? [])).toEqual(toPlain(own?.effects));
    expect(toPlain(scores.explain(at))).toEqual(toPlain(own));
  }
  const { grades, redLine, liabilities, commendationBars } = evaluation;
  expect(toPlain(scores.appraisal)).toEqual(toPlain({ grades, redLine, liabilities, commendationBars }));
  expect(toPlain(scores.warnings)).toEqual(toPlain(evaluation.warnings));
}

test('§15 many periods from columns are the same as one evaluation after another', PATIENCE, () => {
  fc.assert(
    fc.property(randomEvaluation, ({ ruleSet, periods }) => {
      const columns = columnsOf(ruleSet, periods);
      if (!columns.ok) throw new Error(columns.refusals[0]?.message);
      const result = evaluatePeriods({ ruleSet, periods, columns: columns.value });
      const single = evaluatedAll(ruleSet, periods);
      expect(result.ok).toBe(single !== null);
      if (!result.ok || single === null) return;
      for (const [at, scores] of result.value.entries()) {
        const evaluation = single[at];
        if (evaluation === undefined) throw new Error('one period more than there were');
        expectSame(scores, evaluation);
      }
    }),
    RUNS,
  );
});
