import type { Refusal } from '../kernel/refusal.ts';
import { checkRuleSet } from '../rules/check-rule-set.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { checkInheritance } from './check-inheritance.ts';
import { inherit } from './inherit.ts';
import { ownPart } from './own-part.ts';

export interface BrokenBelow {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  /** Empty: what the lower method says of its own fits under the new version as it is. */
  readonly problems: readonly Refusal[];
}

function broken(oldUpper: RuleSet, newUpper: RuleSet, lower: RuleSet): readonly Refusal[] {
  const { id, version } = newUpper;
  const moved = inherit(newUpper, { ...ownPart(oldUpper, lower), extends: { id, version } });
  if (!moved.ok) return moved.refusals;
  const known = new Set(checkRuleSet(lower).map(({ code, path }) => `${code} ${path}`));
  return [
    ...checkInheritance(newUpper, moved.value),
    ...checkRuleSet(moved.value).filter(({ code, path }) => !known.has(`${code} ${path}`)),
  ];
}

/** §16: when the upper method gets a new version, every method under the old one, with what breaks in it. */
export function breaksBelow(
  oldUpper: RuleSet,
  newUpper: RuleSet,
  lowers: readonly RuleSet[],
): readonly BrokenBelow[] {
  return lowers.map((lower) => ({
    id: lower.id,
    name: lower.name,
    version: lower.version,
    problems: broken(oldUpper, newUpper, lower),
  }));
}
