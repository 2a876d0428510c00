import type { Indicator, RuleSet } from '@mingji/engine';
import { notFound } from '../../refusal.ts';

/** An indicator with its place and its clause. */
export interface PlacedIndicator {
  readonly indicator: Indicator;
  readonly itemName: string;
  readonly moduleName: string;
  readonly clause: { readonly id: string; readonly text: string; readonly source: string | null };
}

const indexes = new WeakMap<RuleSet, Map<string, PlacedIndicator>>();

/** Every indicator of a rule set by code, in the rule set's order. */
export function placedIndicators(ruleSet: RuleSet): ReadonlyMap<string, PlacedIndicator> {
  const kept = indexes.get(ruleSet);
  if (kept) return kept;
  const index = new Map<string, PlacedIndicator>();
  for (const module of ruleSet.modules) {
    for (const item of module.items) {
      for (const indicator of item.indicators) {
        index.set(indicator.code, {
          indicator,
          itemName: item.name,
          moduleName: module.name,
          clause: clauseOf(ruleSet, indicator.clause),
        });
      }
    }
  }
  indexes.set(ruleSet, index);
  return index;
}

export function findIndicator(ruleSet: RuleSet, code: string): PlacedIndicator {
  const found = placedIndicators(ruleSet).get(code);
  if (!found) throw notFound('指标');
  return found;
}

/** The words of the paper rule; an id without words is shown as it is. */
export function clauseOf(ruleSet: RuleSet, id: string): PlacedIndicator['clause'] {
  const clause = ruleSet.clauses.find((each) => each.id === id);
  return { id, text: clause?.text ?? id, source: clause?.source ?? null };
}

export function presentIndicator(code: string, placed: PlacedIndicator | undefined) {
  return {
    code,
    name: placed?.indicator.name ?? code,
    itemName: placed?.itemName ?? '',
    moduleName: placed?.moduleName ?? '',
  };
}
