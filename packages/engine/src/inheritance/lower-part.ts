import type { Extends } from '../rules/appraisal-rules.ts';
import type { Item, Module, RuleSet } from '../rules/rule-set.ts';

/** What a lower method writes of an item: its code, and only what is its own. */
export interface LowerItem extends Partial<Omit<Item, 'code'>> {
  readonly code: string;
}

export interface LowerModule extends Partial<Omit<Module, 'code' | 'items'>> {
  readonly code: string;
  readonly items?: readonly LowerItem[];
}

/**
 * A lower method as its authors write it (§16): modules and items are named by code and stand as above, indicators are
 * added, or take the place of the upper one of the same code; a section that is written takes the place of the upper's.
 */
export interface LowerPart extends Partial<Omit<RuleSet, 'modules' | 'extends'>> {
  readonly format: RuleSet['format'];
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly extends: Extends;
  readonly modules?: readonly LowerModule[];
}
