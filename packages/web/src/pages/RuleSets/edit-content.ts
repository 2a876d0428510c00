import type { Indicator, Item, Module, RuleSet } from '@mingji/engine';

/** Changes of a draft's text as pure functions: each gives the whole new content, which is saved at once. */
export interface Place {
  readonly moduleCode: string;
  readonly itemCode: string;
}

function withItem(content: RuleSet, place: Place, change: (item: Item) => Item): RuleSet {
  return {
    ...content,
    modules: content.modules.map((module) =>
      module.code !== place.moduleCode
        ? module
        : {
            ...module,
            items: module.items.map((item) => (item.code === place.itemCode ? change(item) : item)),
          },
    ),
  };
}

/** Puts the indicator where the old one stood, or at the end of the item when there was none. */
export function putIndicator(
  content: RuleSet,
  place: Place,
  indicator: Indicator,
  oldCode: string | null,
): RuleSet {
  return withItem(content, place, (item) => ({
    ...item,
    indicators:
      oldCode === null
        ? [...item.indicators, indicator]
        : item.indicators.map((each) => (each.code === oldCode ? indicator : each)),
  }));
}

export function removeIndicator(content: RuleSet, place: Place, code: string): RuleSet {
  return withItem(content, place, (item) => ({
    ...item,
    indicators: item.indicators.filter((each) => each.code !== code),
  }));
}

/** The sentence of the paper rule; a clause that is new stands at the end. */
export function putClause(content: RuleSet, id: string, text: string): RuleSet {
  const known = content.clauses.some((clause) => clause.id === id);
  return {
    ...content,
    clauses: known
      ? content.clauses.map((clause) => (clause.id === id ? { ...clause, text } : clause))
      : [...content.clauses, { id, text }],
  };
}

export function addModule(content: RuleSet, module: Module): RuleSet {
  return { ...content, modules: [...content.modules, module] };
}

export function addItem(content: RuleSet, moduleCode: string, item: Item): RuleSet {
  return {
    ...content,
    modules: content.modules.map((module) =>
      module.code === moduleCode ? { ...module, items: [...module.items, item] } : module,
    ),
  };
}

/** The first free code of this kind: item-3, when item-1 and item-2 are taken. */
export function freeCode(content: RuleSet, prefix: string): string {
  const taken = new Set([
    ...content.clauses.map((clause) => clause.id),
    ...content.modules.flatMap((module) => [
      module.code,
      ...module.items.flatMap((item) => [item.code, ...item.indicators.map((each) => each.code)]),
    ]),
  ]);
  let number = 1;
  while (taken.has(`${prefix}-${number}`)) number += 1;
  return `${prefix}-${number}`;
}

/** What a form leaves empty is absent from the rule, not an empty text (§1: absent is not zero). */
export function pruned(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(pruned).filter((item) => item !== undefined);
    return items.length === 0 ? undefined : items;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .map(([key, inner]) => [key, pruned(inner)] as const)
      .filter(([, inner]) => inner !== undefined);
    return entries.length === 0 ? undefined : Object.fromEntries(entries);
  }
  return value === null || value === '' ? undefined : value;
}
