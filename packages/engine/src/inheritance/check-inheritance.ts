import type { Refusal } from '../kernel/refusal.ts';
import { canonicalRuleSet } from '../ledger/canonical-rule-set.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { checkModules } from './check-items.ts';
import { checkSections } from './check-sections.ts';
import { InheritanceCheck } from './inheritance-check.ts';

/** Numbers in one spelling: `10.0` is no change of `10`. */
function normal(ruleSet: RuleSet): RuleSet {
  return canonicalRuleSet(ruleSet) as unknown as RuleSet;
}

/** §16: everything a whole lower method may not do to the published one it is under; each names both clauses. */
export function checkInheritance(upper: RuleSet, lower: RuleSet): readonly Refusal[] {
  const check = new InheritanceCheck(normal(upper), normal(lower));
  checkSections(check);
  checkModules(check);
  checkWithout(check);
  return check.refusals.list;
}

/** What is said to be left out is one of the upper's, is not there, and names a clause of the lower method. */
function checkWithout(check: InheritanceCheck): void {
  const codesOf = (ruleSet: RuleSet) =>
    ruleSet.modules.flatMap((module) =>
      module.items.flatMap((item) => item.indicators.map((indicator) => indicator.code)),
    );
  const above = new Set(codesOf(check.upper));
  const below = new Set(codesOf(check.lower));
  const clauses = new Set(check.lower.clauses.map((clause) => clause.id));
  for (const [at, { indicator, clause }] of (check.lower.without ?? []).entries()) {
    const place = { path: `without[${at}]`, name: '', upperClause: undefined, lowerClause: clause };
    if (!above.has(indicator) || below.has(indicator))
      check.refuse(
        'withoutUnknown',
        place,
        `写明不采用的“${indicator}”不是上级的指标，或仍在本办法中`,
        '请核对代码',
      );
    if (!clauses.has(clause))
      check.refuse(
        'clauseUnknown',
        { ...place, path: `${place.path}.clause` },
        `不采用“${indicator}”的依据没有列在 clauses 中`,
        '请补上条款原文',
      );
  }
}
