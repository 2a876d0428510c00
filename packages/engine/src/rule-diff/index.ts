import type { RuleSet } from '../rules/rule-set.ts';
import { changedSections } from './changed-sections.ts';
import { partsChanges, textChanges } from './compare-parts.ts';
import type { RuleChange } from './rule-change.ts';

export { SECTION_NAMES, type SectionName } from './changed-sections.ts';
export { changesOfIndicator } from './changes-of-indicator.ts';
export { partsChanges, textChanges } from './compare-parts.ts';
export { type ChangedLine, changedLine, kindOf, pairs, type RuleChange } from './rule-change.ts';

/** Every difference between two versions of a rule set that may move a number, in words (N8, X2). */
export function ruleChanges(old: RuleSet, next: RuleSet): RuleChange[] {
  return [...partsChanges(old, next), ...changedSections(old, next), ...textChanges(old, next)];
}
