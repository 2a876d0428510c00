import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../ledger/canonical-json.ts';
import { evaluate } from '../rules/evaluate.ts';
import { toPlain } from '../rules/evaluation-json.ts';
import type { EffectFact, Facts, GradeDecision, StatusFact } from '../rules/facts.ts';
import { GRADES, QUOTA, routineRules, STATUSES } from '../test-support/routine-rules.ts';
import { factsOf, officer } from '../test-support/small-rule-set.ts';
import type { GradeResult } from './grade-result.ts';

const ids = ['a', 'b', 'c'];
const who = fc.constantFrom(...ids);
const grade = fc.constantFrom(...GRADES.map(({ code }) => code));
const day = fc.integer({ min: 1, max: 30 }).map((of) => `2026-09-${of.toString().padStart(2, '0')}`);

const loose = fc.record({
  scores: fc.tuple(...ids.map(() => fc.integer({ min: 40, max: 110 }))),
  statuses: fc.array(
    fc.record({ subject: who, status: fc.constantFrom(...STATUSES.map(({ code }) => code)), from: day }),
    { maxLength: 3 },
  ),
  effects: fc.array(
    fc.record({ subject: who, kind: fc.constantFrom('gradeCeiling', 'manualReview'), grade }),
    {
      maxLength: 4,
    },
  ),
  decisions: fc.array(
    fc.record({
      subject: who,
      step: fc.constantFrom('nomination', 'leader', 'committee', 'confirmation'),
      grade,
      reason: fc.constantFrom('', '理由'),
    }),
    { maxLength: 8 },
  ),
  allowRaise: fc.boolean(),
});
type Loose = typeof loose extends fc.Arbitrary<infer T> ? T : never;

function factsFrom({ scores, statuses, effects, decisions }: Loose): Facts {
  const points = ids.map((subject, at) => ({
    id: `e${at}`,
    subject,
    indicator: 'points',
    kind: 'event' as const,
    quantity: String(scores[at]),
    at: '2026-09-01',
  }));
  return factsOf(points, {
    subjects: ids.map((id) => officer(id, { unit: 'own' })),
    statuses: statuses.map((fact): StatusFact => ({ ...fact, host: 'host' })),
    effects: effects.map((fact, at) => ({ ...fact, id: `x${at}` }) as EffectFact),
    gradeDecisions: decisions.map((fact, at) => ({ ...fact, id: `d${at}` }) as GradeDecision),
  });
}

function gradesOf(facts: Facts, allowRaise: boolean): readonly GradeResult[] {
  const ruleSet = routineRules({ quota: QUOTA, grading: { grades: GRADES, allowRaise } });
  const result = evaluate({ ruleSet, facts, traces: 'none' });
  if (!result.ok) throw new Error(result.refusals.map(({ message }) => message).join('\n'));
  return result.value.grades;
}

const at = (code: string | null) => GRADES.findIndex((candidate) => candidate.code === code);

test('§15 no order of people, statuses, effects or decisions changes a byte of the grades', () => {
  fc.assert(
    fc.property(loose, (given) => {
      const facts = factsFrom(given);
      const turned = <T>(list: readonly T[] | undefined) => [...(list ?? [])].reverse();
      const reversed: Facts = {
        ...facts,
        subjects: turned(facts.subjects),
        entries: turned(facts.entries),
        statuses: turned(facts.statuses),
        effects: turned(facts.effects),
        gradeDecisions: turned(facts.gradeDecisions),
      };
      expect(canonicalJson(toPlain(gradesOf(reversed, given.allowRaise)))).toBe(
        canonicalJson(toPlain(gradesOf(facts, given.allowRaise))),
      );
    }),
    { numRuns: 100 },
  );
});

test('§9 no decision lifts anybody over a ceiling, out of a must, or over the score unless raising is allowed', () => {
  fc.assert(
    fc.property(loose, (given) => {
      for (const result of gradesOf(factsFrom(given), given.allowRaise)) {
        const { byThreshold, ceiling, grade: final, usesQuota, outcome } = result;
        if (final === null) continue;
        expect(outcome).toBe('graded');
        if (ceiling !== null) expect(at(final)).toBeGreaterThanOrEqual(at(ceiling.grade));
        if (byThreshold === 'poor') expect(final).toBe('poor');
        if (!given.allowRaise || final === 'good') {
          expect(at(final)).toBeGreaterThanOrEqual(at(byThreshold));
        }
        if (usesQuota) expect(byThreshold).toBe('good');
      }
    }),
    { numRuns: 100 },
  );
});

test('X1 the steps lead without a gap from the threshold to the final grade', () => {
  fc.assert(
    fc.property(loose, (given) => {
      for (const { steps, grade: final } of gradesOf(factsFrom(given), given.allowRaise)) {
        const moves = steps.filter(({ to }) => to !== null);
        for (const [next, step] of moves.entries()) expect(step.from).toBe(moves[next - 1]?.to ?? null);
        if (final !== null) expect(moves.at(-1)?.to).toBe(final);
      }
    }),
    { numRuns: 100 },
  );
});
