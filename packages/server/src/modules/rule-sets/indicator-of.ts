import type { Indicator, Item, Module, RuleSet } from '@mingji/engine';
import { Refusal } from '../../refusal.ts';

export interface IndicatorPlace {
  readonly module: Module;
  readonly item: Item;
  readonly indicator: Indicator;
}

/** Every indicator with where it stands, in the order of the rule set. */
export function indicatorPlaces(ruleSet: RuleSet): IndicatorPlace[] {
  return ruleSet.modules.flatMap((module) =>
    module.items.flatMap((item) => item.indicators.map((indicator) => ({ module, item, indicator }))),
  );
}

/** The indicator with its place; a code that the version does not have is refused by name. */
export function placeOf(ruleSet: RuleSet, code: string): IndicatorPlace {
  const found = indicatorPlaces(ruleSet).find(({ indicator }) => indicator.code === code);
  if (!found) {
    throw new Refusal('notFound', `办法“${ruleSet.name}”中没有代码为 ${code} 的指标。请刷新后重新选择。`);
  }
  return found;
}

export function indicatorOf(ruleSet: RuleSet, code: string): Indicator {
  return placeOf(ruleSet, code).indicator;
}

export function clauseOf(ruleSet: RuleSet, clauseId: string) {
  return ruleSet.clauses.find((clause) => clause.id === clauseId) ?? null;
}
