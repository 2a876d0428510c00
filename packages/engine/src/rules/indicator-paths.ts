import type { RuleSet } from './rule-set.ts';

/** Every indicator with its item, its module and its place in the rule set. */
export function indicatorPaths(ruleSet: RuleSet) {
  return ruleSet.modules.flatMap((module, m) =>
    module.items.flatMap((item, i) =>
      item.indicators.map((indicator, k) => ({
        module,
        item,
        indicator,
        path: `modules[${m}].items[${i}].indicators[${k}]`,
      })),
    ),
  );
}
