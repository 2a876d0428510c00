import { coefficientOf } from '../grading/coefficient.ts';
import { add, type Exact, multiply, ZERO } from '../kernel/exact.ts';
import { round, roundedQuotient } from '../kernel/rounding.ts';
import { fromScaled } from '../kernel/scaled.ts';
import { NOT_APPLICABLE, scored } from '../kernel/score.ts';
import { appliesTo, type CompiledRuleSet } from '../rules/compile.ts';
import type { SubjectResult } from '../rules/evaluation.ts';
import type { Subject } from '../rules/facts.ts';
import type { Folded } from './fold-subject.ts';
import type { ScaledRules } from './scaled-rules.ts';

/** The total of a folded subject in 1/totalScale: no percentage total is below zero (§4). */
function foldedTotal(rules: CompiledRuleSet, { total }: Folded): number {
  return rules.source.mode === 'percentage' && total < 0 ? 0 : total;
}

/** Before the one rounding; times the coefficient of an identity or post, if there is one (§5). */
export function foldedUnrounded(
  rules: CompiledRuleSet,
  { totalScale }: ScaledRules,
  subject: Subject,
  folded: Folded,
): Exact {
  const total = fromScaled(foldedTotal(rules, folded), totalScale);
  const coefficient = coefficientOf(rules.coefficients, subject);
  return coefficient === null ? total : multiply(total, coefficient.factor);
}

/** *The score* as a whole number of 1/{@link scoreDenominator}; NaN when it must be read from the unrounded value. */
export function foldedScore(
  rules: CompiledRuleSet,
  { totalScale }: ScaledRules,
  subject: Subject,
  folded: Folded,
): number {
  if (coefficientOf(rules.coefficients, subject) !== null) return Number.NaN;
  const total = foldedTotal(rules, folded);
  if (rules.rounding === null) return total;
  const top = total * 10 ** rules.rounding.digits;
  return Number.isSafeInteger(top) ? roundedQuotient(top, totalScale, rules.rounding.mode) : Number.NaN;
}

/** What scores are counted in: rounded ones in their last digit. */
export function scoreDenominator(rules: CompiledRuleSet, scaled: ScaledRules | null): number {
  return rules.rounding === null ? (scaled?.totalScale ?? 1) : 10 ** rules.rounding.digits;
}

/** A folded subject's result as an object, the same as the exact calculation gives; without its rank. */
export function foldedResult(
  rules: CompiledRuleSet,
  scaled: ScaledRules,
  subject: Subject,
  folded: Folded,
): SubjectResult {
  const { scale, totalScale } = scaled;
  const unrounded = foldedUnrounded(rules, scaled, subject, folded);
  const items = rules.modules.flatMap((module) => module.items);
  const part = (code: string, value: number | undefined, of: number) => ({
    code,
    score: scored(fromScaled(value ?? 0, of)),
  });
  return {
    subject: subject.id,
    kind: subject.kind,
    code: subject.code,
    score: scored(rules.rounding === null ? unrounded : round(unrounded, rules.rounding)),
    unrounded,
    known: foldedKnown(rules, scaled, folded),
    missing: [],
    rank: null,
    additions: fromScaled(folded.additions, scale),
    deductions: fromScaled(folded.deductions, scale),
    modules: rules.modules.map(({ source }, at) => part(source.code, folded.modules[at], totalScale)),
    items: items.map(({ source }, at) => part(source.code, folded.items[at], scale)),
    indicators: rules.indicators.map(({ source }, at) => ({
      ...(appliesTo(source, subject)
        ? part(source.code, folded.leaves[at], scale)
        : { code: source.code, score: NOT_APPLICABLE }),
      measured: null,
    })),
    effects: [],
    entries: null,
    trace: null,
  };
}

/** All of it is known: the items' values, and their marks, by the weights of the modules. */
function foldedKnown(rules: CompiledRuleSet, { scale }: ScaledRules, folded: Folded): SubjectResult['known'] {
  let value = ZERO;
  let ofMarks = ZERO;
  let next = 0;
  for (const { items, weight } of rules.modules) {
    for (const { marks } of items) {
      value = add(value, multiply(fromScaled(folded.items[next++] ?? 0, scale), weight));
      ofMarks = add(ofMarks, multiply(marks ?? ZERO, weight));
    }
  }
  return { value, ofMarks };
}
