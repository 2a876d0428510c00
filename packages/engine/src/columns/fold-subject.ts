import type { ScaledRules } from './scaled-rules.ts';
import type { Sums } from './sums.ts';

/** One subject's values in 1/scale points, the modules and the total in 1/totalScale; overwritten by the next fold. */
export interface Folded {
  readonly leaves: Float64Array;
  readonly items: Float64Array;
  readonly modules: Float64Array;
  additions: number;
  deductions: number;
  total: number;
}

export function newFolded({ leafMarks, itemRest, moduleFactor }: ScaledRules): Folded {
  return {
    leaves: new Float64Array(leafMarks.length),
    items: new Float64Array(itemRest.length),
    modules: new Float64Array(moduleFactor.length),
    additions: 0,
    deductions: 0,
    total: 0,
  };
}

/**
 * §4 and §5 in whole numbers: what was added up for each leaf, capped and clamped; items, modules and the total, clamped where the marks are declared. It is the same calculation as the exact one for a subject with
 * nothing to explain: every leaf is scored, nothing is rescaled or voided. False: a number became too large for it.
 */
export function foldSubject(rules: ScaledRules, sums: Sums, subject: number, folded: Folded): boolean {
  foldLeaves(rules, sums.net, subject * sums.indicators, folded);
  foldItems(rules, folded);
  folded.deductions = 0 - (sums.deducted[subject] ?? 0);
  folded.additions += folded.deductions;
  return foldModules(rules, folded);
}

function foldLeaves(
  { leafMarks, leafCap, leafLow, leafHigh }: ScaledRules,
  net: Float64Array,
  base: number,
  folded: Folded,
): void {
  const { leaves } = folded;
  let sum = 0;
  for (let leaf = 0; leaf < leaves.length; leaf++) {
    const own = net[base + leaf] ?? 0;
    sum += own;
    const cap = leafCap[leaf] ?? 0;
    const capped = within(own, -cap, cap);
    leaves[leaf] = within((leafMarks[leaf] ?? 0) + capped, leafLow[leaf] ?? 0, leafHigh[leaf] ?? 0);
  }
  folded.additions = sum;
}

function foldItems({ itemStart, itemRest, itemLow, itemHigh }: ScaledRules, folded: Folded): void {
  const { leaves, items } = folded;
  for (let item = 0; item < items.length; item++) {
    let value = itemRest[item] ?? 0;
    const end = itemStart[item + 1] ?? 0;
    for (let leaf = itemStart[item] ?? 0; leaf < end; leaf++) value += leaves[leaf] ?? 0;
    items[item] = within(value, itemLow[item] ?? 0, itemHigh[item] ?? 0);
  }
}

function foldModules(rules: ScaledRules, folded: Folded): boolean {
  const { moduleStart, moduleLow, moduleHigh, moduleFactor } = rules;
  const { items, modules } = folded;
  let total = 0;
  for (let module = 0; module < modules.length; module++) {
    let value = 0;
    const end = moduleStart[module + 1] ?? 0;
    for (let item = moduleStart[module] ?? 0; item < end; item++) value += items[item] ?? 0;
    const weighted =
      within(value, moduleLow[module] ?? 0, moduleHigh[module] ?? 0) * (moduleFactor[module] ?? 0);
    modules[module] = weighted;
    total += weighted;
    if (!Number.isSafeInteger(weighted)) return false;
  }
  folded.total = total;
  return Number.isSafeInteger(total);
}

/** First the lower bound, then the upper, as the trace tells it. */
function within(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
