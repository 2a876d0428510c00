import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate } from '../rules/evaluate.ts';
import { toPlain } from '../rules/evaluation-json.ts';
import type { Facts } from '../rules/facts.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { randomEvaluation } from '../test-support/random-evaluation.ts';
import { columnsOf } from './columns-of.ts';
import { evaluatePeriods } from './evaluate-periods.ts';

/** Some cases of the larger property, always the same ones: what is computed twice must come out twice the same. */
const CASES = fc.sample(randomEvaluation, { seed: 20261121, numRuns: 40 });

function explained(ruleSet: RuleSet, facts: Facts, traces: 'all' | 'none') {
  const result = evaluate({ ruleSet, facts, traces });
  if (!result.ok) return result.refusals.map(({ code, path }) => `${code} ${path}`);
  return {
    ...result.value,
    subjects: result.value.subjects.map((own) => ({ ...own, trace: null, entries: null })),
  };
}

test.each(CASES.map((own, at) => [at + 1, own] as const))(
  '§15 case %i: sums in whole numbers, columns of many periods and the explaining calculation agree',
  (_at, { ruleSet, periods }) => {
    const single = periods.map((facts) => explained(ruleSet, facts, 'all'));
    for (const [at, facts] of periods.entries()) {
      expect(toPlain(explained(ruleSet, facts, 'none'))).toEqual(toPlain(single[at]));
    }
    const columns = columnsOf(ruleSet, periods);
    if (!columns.ok) throw new Error(columns.refusals[0]?.message);
    const many = evaluatePeriods({ ruleSet, periods, columns: columns.value });
    expect(many.ok).toBe(single.every((own) => !Array.isArray(own)));
    if (!many.ok) return;
    for (const [at, scores] of many.value.entries()) {
      const own = single[at];
      if (own === undefined || Array.isArray(own)) throw new Error('one period more than there were');
      const byId = new Map(own.subjects.map((subject) => [subject.subject, subject]));
      const found = scores.subjects.map(({ id }, place) => ({
        score: scores.score(place),
        rank: scores.ranks[place] || null,
        effects: scores.effects.get(place) ?? [],
        explained: { ...scores.explain(place), trace: null, entries: null },
        id,
      }));
      const expected = scores.subjects.map(({ id }) => {
        const subject = byId.get(id);
        return {
          score: subject?.score,
          rank: subject?.rank,
          effects: subject?.effects,
          explained: subject,
          id,
        };
      });
      expect(toPlain(found)).toEqual(toPlain(expected));
      expect(toPlain(scores.warnings)).toEqual(toPlain(own.warnings));
    }
  },
);
