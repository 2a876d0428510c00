import type { LintFinding, LintOptions } from '../lint/lint-finding.ts';
import { lintRuleSet } from '../lint/lint-rule-set.ts';
import type { Indicator, Item, RuleSet } from '../rules/rule-set.ts';
import type { Scoring } from '../rules/scoring.ts';
import { indicator, item, ruleSetOf } from './small-rule-set.ts';

/** An indicator about which the linter has nothing to say besides what a test is about. */
export function proven(code: string, scoring: Scoring, more: Partial<Indicator> = {}): Indicator {
  const name = `${code}${code}${code}`;
  return indicator(code, scoring, { name, evidence: '通报', ...more });
}

/** Every number a test writes is in the clause, so that only the check at hand speaks. */
const EVERY_NUMBER = '0.1 0.2 0.5 1 2 3 4 5 6 7 8 9 10 12 15 20 30 40 50 60 100 分';

export function lintOf(items: readonly Item[], more: Partial<RuleSet> = {}, options: LintOptions = {}) {
  return lintRuleSet(ruleSetOf(items, { clauses: [{ id: 'c', text: EVERY_NUMBER }], ...more }), options);
}

/** What is found about one indicator `x`, alone in its item. */
export function lintIndicatorOf(
  scoring: Scoring,
  own: Partial<Indicator> = {},
  itemMore: Partial<Item> = {},
): readonly LintFinding[] {
  return lintOf([item('p', [proven('x', scoring, own)], itemMore)]);
}

export const codesOf = (findings: readonly LintFinding[]) => findings.map((finding) => finding.code);

/** `code path words` of each finding: what a test pins. */
export const briefOf = (findings: readonly LintFinding[]) =>
  findings.map((finding) => [finding.code, finding.path, ...finding.words].join(' '));
