import { compareText } from '../kernel/compare-text.ts';
import { subtract } from '../kernel/exact.ts';
import { ok, type Result } from '../kernel/refusal.ts';
import type { RuleChange } from '../rule-diff/index.ts';
import { evaluate } from '../rules/evaluate.ts';
import type { Evaluation, SubjectResult } from '../rules/evaluation.ts';
import type { Facts } from '../rules/facts.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { CauseFinder } from './causes.ts';
import { fitFacts, MISFIT_WORDS } from './fit-facts.ts';
import type { PeriodSimulation, Standing, SubjectMove } from './simulation.ts';

export interface PeriodSimulationInput {
  readonly oldRules: RuleSet;
  readonly newRules: RuleSet;
  /** The facts of the period as they were sealed. */
  readonly facts: Facts;
  readonly changes: readonly RuleChange[];
}

/** One past period under the old and the new rules: who moves, by how much, and by which change (X2). Nothing is written. */
export function simulatePeriod({
  oldRules,
  newRules,
  facts,
  changes,
}: PeriodSimulationInput): Result<PeriodSimulation> {
  const before = evaluate({ ruleSet: oldRules, facts, traces: 'none' });
  if (!before.ok) return before;
  const fitted = fitFacts(newRules, facts);
  const after = evaluate({ ruleSet: newRules, facts: fitted.facts, traces: 'none' });
  if (!after.ok) return after;
  const keys = new Set(changes.map(({ key }) => key));
  const changeOf = (indicator: string) => (keys.has(`指标 ${indicator}`) ? `指标 ${indicator}` : null);
  return ok({
    period: facts.period,
    moves: movesOf({ oldRules, newRules, facts, changes }, before.value, after.value),
    dropped: fitted.dropped
      .map(({ indicator, misfit, entries }) => ({
        indicator,
        change: changeOf(indicator),
        reason: MISFIT_WORDS[misfit],
        entries,
      }))
      .sort((a, b) => compareText(a.indicator, b.indicator) || compareText(a.reason, b.reason)),
    withoutPast: withoutPast(oldRules, newRules, fitted.facts),
  });
}

function movesOf(
  { oldRules, newRules, facts, changes }: PeriodSimulationInput,
  before: Evaluation,
  after: Evaluation,
): readonly SubjectMove[] {
  const finder = new CauseFinder(oldRules, newRules, changes);
  const [oldGrades, newGrades] = [gradesOf(oldRules, before), gradesOf(newRules, after)];
  const units = new Map(facts.subjects.map(({ id, unit }) => [id, unit ?? null]));
  const results = new Map(after.subjects.map((result) => [result.subject, result]));
  return before.subjects.flatMap((was) => {
    const is = results.get(was.subject);
    if (is === undefined) return [];
    const both = was.score.state === 'scored' && is.score.state === 'scored';
    return [
      {
        subject: was.subject,
        kind: was.kind,
        code: was.code,
        unit: units.get(was.subject) ?? null,
        before: standing(was, oldGrades),
        after: standing(is, newGrades),
        difference:
          was.score.state === 'scored' && is.score.state === 'scored'
            ? subtract(is.score.value, was.score.value)
            : null,
        causes: both ? finder.causes(was, is) : [],
      },
    ];
  });
}

function standing({ subject, score, rank }: SubjectResult, grades: ReadonlyMap<string, string>): Standing {
  return { score, rank, grade: grades.get(subject) ?? null };
}

function gradesOf({ grading }: RuleSet, { grades }: Evaluation): ReadonlyMap<string, string> {
  const names = new Map((grading?.grades ?? []).map(({ code, name }) => [code, name]));
  return new Map(
    grades.flatMap(({ subject, grade }) =>
      grade === null ? [] : [[subject, names.get(grade) ?? grade] as const],
    ),
  );
}

/** Indicators that are new and of which the past tells nothing: their effect cannot be tried. */
function withoutPast(old: RuleSet, next: RuleSet, { entries }: Facts): readonly string[] {
  const codes = (rules: RuleSet) =>
    rules.modules.flatMap((module) =>
      module.items.flatMap((item) => item.indicators.map(({ code }) => code)),
    );
  const known = new Set([...codes(old), ...entries.map(({ indicator }) => indicator)]);
  return codes(next).filter((code) => !known.has(code));
}
