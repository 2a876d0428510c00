import type { Clause, Indicator, Item, Module, RuleSet } from '@mingji/engine';

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

export function itemAt(content: RuleSet, place: Place): Item | undefined {
  return content.modules
    .find((module) => module.code === place.moduleCode)
    ?.items.find((item) => item.code === place.itemCode);
}

/** The sentence of the paper rule; a clause that is new stands at the end. */
export function putClause(content: RuleSet, id: string, text: string, source?: string | null): RuleSet {
  const clause: Clause = { id, text, ...(source ? { source } : {}) };
  const known = content.clauses.some((each) => each.id === id);
  return {
    ...content,
    clauses: known
      ? content.clauses.map((each) => (each.id === id ? clause : each))
      : [...content.clauses, clause],
  };
}

export function removeClause(content: RuleSet, id: string): RuleSet {
  return { ...content, clauses: content.clauses.filter((clause) => clause.id !== id) };
}

/** The other fields stay; what the change leaves empty goes. */
export function changeModule(content: RuleSet, code: string, change: Partial<Module>): RuleSet {
  return {
    ...content,
    modules: content.modules.map((module) => {
      if (module.code !== code) return module;
      const { items, ...rest } = module;
      return { ...(pruned({ ...rest, ...change }) as Module), items };
    }),
  };
}

export function changeItem(content: RuleSet, place: Place, change: Partial<Item>): RuleSet {
  return withItem(content, place, ({ indicators, ...item }) => ({
    ...(pruned({ ...item, ...change }) as Item),
    indicators,
  }));
}

export function removeModule(content: RuleSet, code: string): RuleSet {
  return { ...content, modules: content.modules.filter((module) => module.code !== code) };
}

export function removeItem(content: RuleSet, place: Place): RuleSet {
  return {
    ...content,
    modules: content.modules.map((module) =>
      module.code === place.moduleCode
        ? { ...module, items: module.items.filter((item) => item.code !== place.itemCode) }
        : module,
    ),
  };
}

/** One place up (-1) or down (1) among its like; at the end nothing moves. */
export function moveModule(content: RuleSet, code: string, by: -1 | 1): RuleSet {
  return { ...content, modules: moved(content.modules, code, by) };
}

export function moveItem(content: RuleSet, place: Place, by: -1 | 1): RuleSet {
  return {
    ...content,
    modules: content.modules.map((module) =>
      module.code === place.moduleCode
        ? { ...module, items: moved(module.items, place.itemCode, by) }
        : module,
    ),
  };
}

export function moveIndicator(content: RuleSet, place: Place, code: string, by: -1 | 1): RuleSet {
  return withItem(content, place, (item) => ({ ...item, indicators: moved(item.indicators, code, by) }));
}

function moved<T extends { readonly code: string }>(all: readonly T[], code: string, by: -1 | 1): T[] {
  const from = all.findIndex((each) => each.code === code);
  const to = from + by;
  const one = all[from];
  const other = all[to];
  if (one === undefined || other === undefined) return [...all];
  return all.map((each, at) => (at === from ? other : at === to ? one : each));
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
