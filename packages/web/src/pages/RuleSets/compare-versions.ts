import { partsChanges, type RuleChange, type RuleSet, textChanges } from '@mingji/engine';
import { sectionChanges } from './compare-sections.ts';

/**
 * Every difference between two versions, in the order of the newer one (N8): the engine's, with the sections told field
 * by field in the words of the forms they are written in.
 */
export function compareVersions(old: RuleSet, next: RuleSet): RuleChange[] {
  return [...partsChanges(old, next), ...sectionChanges(old, next), ...textChanges(old, next)];
}
