import { Refusals, type Result } from '../kernel/refusal.ts';
import { checkCompiled } from '../rules/check-rule-set.ts';
import { appliesTo, type CompiledRuleSet, compileRuleSet } from '../rules/compile.ts';
import type { Subject } from '../rules/facts.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { type ScaledRules, scaleRules } from './scaled-rules.ts';

/** A rule set made ready once for any number of periods. */
export interface PreparedRules {
  readonly rules: CompiledRuleSet;
  /** Null: its numbers have no common scale; then every subject is computed exactly by itself. */
  readonly scaled: ScaledRules | null;
}

export function prepareRules(ruleSet: RuleSet): Result<PreparedRules> {
  const refusals = new Refusals();
  const rules = compileRuleSet(ruleSet, refusals);
  checkCompiled(rules, refusals);
  if (refusals.any) return { ok: false, refusals: refusals.list };
  return { ok: true, value: { rules, scaled: scaleRules(rules) } };
}

/**
 * Whether a subject without anything special is scored by sums alone: only event families apply to it, every item is
 * scored, and no marks are left to be shared out.
 */
export function isFoldable({ rules, scaled }: PreparedRules, subject: Subject): boolean {
  if (scaled === null) return false;
  const items = rules.modules.flatMap((module) => module.items);
  return items.every((item) => {
    const applying = item.indicators.filter((indicator) => appliesTo(indicator.source, subject));
    const left = item.indicators.filter((indicator) => !applying.includes(indicator));
    return (
      applying.length > 0 &&
      applying.every((indicator) => indicator.family.kind === 'event') &&
      left.every((indicator) => indicator.marks === null)
    );
  });
}
