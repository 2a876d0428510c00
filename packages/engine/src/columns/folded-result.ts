import { coefficientOf } from '../grading/coefficient.ts';
import { type Exact, multiply } from '../kernel/exact.ts';
import { round, roundedQuotient } from '../kernel/rounding.ts';
import { fromScaled } from '../kernel/scaled.ts';
import { NOT_APPLICABLE, scored } from '../kernel/score.ts';
import { appliesTo, type CompiledRuleSet } from '../rules/compile.ts';
import type { SubjectResult } from '../rules/evaluation.ts';
import type { Subject } from '../rules/facts.ts';
import type { Folded } from './fold-subject.ts';
import type { FoldedParts } from './folded-parts.ts';
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
  parts: FoldedParts,
  subject: Subject,
  folded: Folded,
): SubjectResult {
  const unrounded = foldedUnrounded(rules, scaled, subject, folded);
  return {
    subject: subject.id,
    kind: subject.kind,
    code: subject.code,
    score: scored(rules.rounding === null ? unrounded : round(unrounded, rules.rounding)),
    unrounded,
    known: { value: foldedKnown(scaled, folded), ofMarks: parts.ofMarks },
    missing: [],
    rank: null,
    additions: parts.points.of(folded.additions),
    deductions: parts.points.of(folded.deductions),
    modules: parts.modules.map((module, at) => module.of(folded.modules[at] ?? 0)),
    items: parts.items.map((item, at) => item.of(folded.items[at] ?? 0)),
    indicators: rules.indicators.map(({ source }, at) => {
      const own = appliesTo(source, subject)
        ? parts.indicators[at]?.of(folded.leaves[at] ?? 0)
        : parts.notMeant[at];
      return own ?? { code: source.code, score: NOT_APPLICABLE, measured: null };
    }),
    effects: [],
    entries: null,
    trace: null,
  };
}

/** All of it is known: the items' values by the weights of their modules, before the modules' own bounds. */
function foldedKnown({ moduleStart, moduleFactor, totalScale }: ScaledRules, { items }: Folded): Exact {
  let known = 0;
  for (const [module, factor] of moduleFactor.entries()) {
    const end = moduleStart[module + 1] ?? 0;
    for (let item = moduleStart[module] ?? 0; item < end; item++) known += (items[item] ?? 0) * factor;
  }
  return fromScaled(known, totalScale);
}
