import type { RuleSet } from '../rules/rule-set.ts';
import { boundsNeverBite } from './bounds-never-bite.ts';
import { doubleCounting } from './double-counting.ts';
import { gradesOutOfReach } from './grades-out-of-reach.ts';
import { type LintCheck, type LintFinding, type LintOptions, lintContext } from './lint-finding.ts';
import { LINT_WORDS } from './lint-words.ts';
import { marksDoNotSum } from './marks-do-not-sum.ts';
import { roleSplitExceeds } from './role-split-exceeds.ts';
import { roleUnnamed } from './role-unnamed.ts';
import { tablesOutOfOrder } from './tables-out-of-order.ts';
import { unlawfulIndicators } from './unlawful-indicators.ts';
import { unprovenIndicators } from './unproven-indicators.ts';
import { unreachableIndicators } from './unreachable-indicators.ts';
import { weighting } from './weighting.ts';

/** What needs a sign-off comes first. */
const CHECKS: readonly LintCheck[] = [
  unlawfulIndicators,
  marksDoNotSum,
  roleSplitExceeds,
  roleUnnamed,
  unreachableIndicators,
  unprovenIndicators,
  doubleCounting,
  boundsNeverBite,
  tablesOutOfOrder,
  gradesOutOfReach,
  weighting,
];

/**
 * X6: unlawful or unwise indicators, marks that do not sum, indicators nobody can reach, unowned ones, double counting,
 * ceilings that never bite; each with a stable code, the reason and how to mend it. It never refuses: a draft with
 * unreadable numbers is judged as far as it can be read.
 */
export function lintRuleSet(ruleSet: RuleSet, options: LintOptions = {}): readonly LintFinding[] {
  const context = lintContext(ruleSet, options, options.words ?? LINT_WORDS);
  return CHECKS.flatMap((check) => check(context));
}
