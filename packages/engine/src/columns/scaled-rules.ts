import type { Exact } from '../kernel/exact.ts';
import { commonScale, toScaled } from '../kernel/scaled.ts';
import type { CompiledIndicator, CompiledModule, CompiledRuleSet } from '../rules/compile.ts';
import { leafBounds } from '../rules/score-indicator.ts';
import { itemBounds, unclaimedMarks } from '../rules/score-item.ts';
import { QUANTITY_SCALE } from './entry-columns.ts';

/** Larger constants than this leave too little room for sums; such rules are computed exactly, subject by subject. */
const LARGEST_CONSTANT = 2 ** 40;

/** The constants of a compiled rule set as whole numbers of 1/scale points; by position of indicator, item, module. */
export interface ScaledRules {
  readonly scale: number;
  /** A total is a whole number of 1/totalScale points: the weights of the modules have denominators too. */
  readonly totalScale: number;
  readonly leafMarks: Float64Array;
  readonly leafCap: Float64Array;
  readonly leafLow: Float64Array;
  readonly leafHigh: Float64Array;
  readonly itemRest: Float64Array;
  readonly itemLow: Float64Array;
  readonly itemHigh: Float64Array;
  /** First indicator of each item, first item of each module; one more at the end. */
  readonly itemStart: Int32Array;
  readonly moduleStart: Int32Array;
  readonly moduleLow: Float64Array;
  readonly moduleHigh: Float64Array;
  /** Weight × totalScale / scale. */
  readonly moduleFactor: Float64Array;
}

type Reader = (value: Exact | null, absent: number) => number;

/** Null when the numbers of the rule set have no common scale that fits. */
export function scaleRules(rules: CompiledRuleSet): ScaledRules | null {
  const items = rules.modules.flatMap((module) => module.items);
  const scale = commonScale(constantsOf(rules)) * QUANTITY_SCALE;
  const weightScale = commonScale(rules.modules.map((module) => module.weight));
  if (!(scale * weightScale <= LARGEST_CONSTANT)) return null;
  let fits = true;
  const read: Reader = (value, absent) => {
    if (value === null) return absent;
    const scaled = toScaled(value, scale);
    if (!(Math.abs(scaled) <= LARGEST_CONSTANT)) fits = false;
    return scaled;
  };
  const scaled = {
    scale,
    totalScale: scale * weightScale,
    ...scaleLeaves(rules.indicators, read),
    itemRest: Float64Array.from(items, (item) => read(unclaimedMarks(item), 0)),
    itemLow: Float64Array.from(items, (item) => read(itemBounds(item).low, Number.NEGATIVE_INFINITY)),
    itemHigh: Float64Array.from(items, (item) => read(itemBounds(item).high, Number.POSITIVE_INFINITY)),
    itemStart: startsOf(items.map((item) => item.indicators.length)),
    ...scaleModules(rules.modules, weightScale, read),
  };
  return fits ? scaled : null;
}

function scaleLeaves(indicators: readonly CompiledIndicator[], read: Reader) {
  const bounds = indicators.map(leafBounds);
  return {
    leafMarks: Float64Array.from(indicators, ({ marks }) => read(marks, 0)),
    leafCap: Float64Array.from(indicators, ({ cap }) => read(cap, Number.POSITIVE_INFINITY)),
    leafLow: Float64Array.from(bounds, ({ low }) => read(low, Number.NEGATIVE_INFINITY)),
    leafHigh: Float64Array.from(bounds, ({ high }) => read(high, Number.POSITIVE_INFINITY)),
  };
}

function scaleModules(modules: readonly CompiledModule[], weightScale: number, read: Reader) {
  return {
    moduleStart: startsOf(modules.map((module) => module.items.length)),
    moduleLow: Float64Array.from(modules, ({ low }) => read(low, Number.NEGATIVE_INFINITY)),
    moduleHigh: Float64Array.from(modules, ({ high }) => read(high, Number.POSITIVE_INFINITY)),
    moduleFactor: Float64Array.from(modules, ({ weight }) => toScaled(weight, weightScale)),
  };
}

function startsOf(sizes: readonly number[]): Int32Array {
  const starts = new Int32Array(sizes.length + 1);
  for (const [at, size] of sizes.entries()) starts[at + 1] = (starts[at] ?? 0) + size;
  return starts;
}

/** Every number that is added, compared or clamped to; quantities bring their own scale. */
function* constantsOf(rules: CompiledRuleSet): Iterable<Exact> {
  const some = function* (...values: readonly (Exact | null)[]) {
    for (const value of values) if (value !== null) yield value;
  };
  for (const { marks, cap, family } of rules.indicators) {
    yield* some(marks, cap);
    if (family.kind !== 'event') continue;
    yield* some(family.floor, family.pointsOf?.only ?? null);
    yield* family.pointsOf?.byCode.values() ?? [];
  }
  for (const module of rules.modules) {
    yield* some(module.low, module.high);
    for (const item of module.items) yield* some(item.marks, item.low, item.high);
  }
}
