import {
  add,
  compare,
  type Exact,
  HUNDRED,
  larger,
  multiply,
  negate,
  ONE,
  sign,
  smaller,
  ZERO,
} from '../kernel/exact.ts';
import { parseRate } from '../kernel/exact-text.ts';
import { countSteps } from '../rules/families/steps.ts';
import type { Indicator, Item, Module } from '../rules/rule-set.ts';
import type { NamedEvent, RankForm, Scoring, ThresholdSide } from '../rules/scoring.ts';

/** Between which points something can come to lie; null is without end, or not known. */
export interface Reach {
  readonly least: Exact | null;
  readonly most: Exact | null;
}

export const NOWHERE: Reach = { least: ZERO, most: ZERO };
export const ANYWHERE: Reach = { least: null, most: null };

/** A number of a draft; one that cannot be read is not judged here. */
export function number(text: string | undefined): Exact | undefined {
  return text === undefined ? undefined : parseRate(text);
}

const both = (a: Exact | null, b: Exact | null, join: (a: Exact, b: Exact) => Exact): Exact | null =>
  a === null || b === null ? null : join(a, b);

export function sumReach(a: Reach, b: Reach): Reach {
  return { least: both(a.least, b.least, add), most: both(a.most, b.most, add) };
}

/** Bounds cut what lies beyond them, endless reach included. */
export function clampReach(reach: Reach, low: Exact | null, high: Exact | null): Reach {
  const cut = (value: Exact | null): Exact | null => {
    if (value === null) return null;
    const raised = low === null ? value : larger(value, low);
    return high === null ? raised : smaller(raised, high);
  };
  return {
    least: reach.least === null ? low : cut(reach.least),
    most: reach.most === null ? high : cut(reach.most),
  };
}

/** Signed points that may come any number of times. */
function repeated(points: readonly (Exact | undefined)[]): Reach {
  const known = points.filter((each) => each !== undefined);
  if (known.length < points.length) return ANYWHERE;
  return {
    least: known.some((each) => sign(each) < 0) ? null : ZERO,
    most: known.some((each) => sign(each) > 0) ? null : ZERO,
  };
}

/** Points of which exactly one stands. */
function oneOf(points: readonly (Exact | undefined)[]): Reach {
  const [first, ...rest] = points.filter((each) => each !== undefined);
  if (first === undefined || rest.length < points.length - 1) return ANYWHERE;
  return { least: rest.reduce(smaller, first), most: rest.reduce(larger, first) };
}

const eventPoints = (event: NamedEvent) => [
  number(event.points),
  ...(event.byRole ?? []).map((role) => number(role.points)),
];

/** A rate in percent ends at 0 and 100; other measures have no end. */
function sideReach(side: ThresholdSide, percent: boolean, rounding: string | undefined): Reach {
  const [at, points, step] = [number(side.at), number(side.points), number(side.step)];
  if (at === undefined || points === undefined) return ANYWHERE;
  if (step === undefined) return oneOf([ZERO, points]);
  const end = side.side === 'below' ? at : add(HUNDRED, negate(at));
  if (!percent || sign(step) <= 0) return repeated([points]);
  const steps = countSteps(end, step, rounding === 'ceil' || rounding === 'prorata' ? rounding : 'floor');
  return oneOf([ZERO, multiply(points, steps)]);
}

function rankReach(form: RankForm): Reach {
  switch (form.kind) {
    case 'fromTop':
      return { least: number(form.floor) ?? null, most: number(form.first) ?? null };
    case 'fromBottom':
      return { least: number(form.last) ?? null, most: number(form.ceiling) ?? null };
    case 'table':
      return oneOf([...form.places, form.otherwise].map(number));
    case 'proportion':
      return { least: null, most: number(form.full) ?? null };
  }
}

/** True: the points are the value. False: they are added to the marks. */
interface FamilyReach {
  readonly absolute: boolean;
  readonly reach: Reach;
}

function familyReach(scoring: Scoring, marks: Exact | undefined): FamilyReach {
  const change = (reach: Reach): FamilyReach => ({ absolute: false, reach });
  const value = (reach: Reach): FamilyReach => ({ absolute: marks !== undefined, reach });
  switch (scoring.family) {
    case 'occurrence':
    case 'ladder':
    case 'deductFromFull':
      return change(repeated(scoring.events.flatMap(eventPoints)));
    case 'allOrNothing':
      return change({ ...repeated(scoring.events.flatMap(eventPoints)), least: null });
    case 'band':
      return change(repeated([number(scoring.min), number(scoring.max)]));
    case 'lateness':
      return change(repeated([number(scoring.points)]));
    case 'escalation':
      return change(repeated(scoring.steps.map((step) => number(step.points))));
    case 'controlNumber':
      return change(repeated([number(scoring.first ?? '0'), number(scoring.points)]));
    case 'thresholdRate': {
      const percent = (scoring.unit ?? '%') === '%';
      const sides = scoring.sides.map((side) => sideReach(side, percent, scoring.stepRounding));
      return change(sides.reduce(sumReach, NOWHERE));
    }
    case 'relativeToMean':
      return change(scoring.sides.map((side) => sideReach(side, false, undefined)).reduce(sumReach, NOWHERE));
    case 'target': {
      const [done, late] = [number(scoring.done ?? '0'), number(scoring.latePoints ?? '0')];
      return change(sumReach(oneOf([ZERO, done, late]), repeated([number(scoring.short)])));
    }
    case 'tiers':
      return value(oneOf(scoring.tiers.map((tier) => number(tier.points))));
    case 'rankBased':
      return value(rankReach(scoring.form));
    case 'ratio': {
      const top = both(number(scoring.ceiling ?? '1') ?? null, marks ?? null, multiply);
      return { absolute: true, reach: { least: ZERO, most: top } };
    }
    case 'assessment':
      return { absolute: true, reach: { least: ZERO, most: marks ?? null } };
    case 'imported':
      return { absolute: true, reach: ANYWHERE };
    case 'effectOnly':
      return change(NOWHERE);
  }
}

/** How far the points of an indicator move it away from its marks, before its cap. */
export function changeReach({ scoring, marks }: Indicator): Reach {
  const start = number(marks);
  const { absolute, reach } = familyReach(scoring, start);
  return absolute ? sumReach(reach, oneOf([negate(start ?? ZERO)])) : reach;
}

/** What an indicator can bring to its item. */
export function indicatorReach(indicator: Indicator, item: Item): Reach {
  const cap = number(indicator.cap) ?? null;
  const capped = cap === null ? changeReach(indicator) : clampReach(changeReach(indicator), negate(cap), cap);
  const marks = number(indicator.marks);
  const value = sumReach(capped, oneOf([marks ?? ZERO]));
  if (marks === undefined) return value;
  const floor = 'floor' in indicator.scoring ? number(indicator.scoring.floor) : undefined;
  const atLeaf = indicator.floorAtLeaf ?? item.floorAtLeaf ?? false;
  const excess = indicator.allowExcess ?? item.allowExcess ?? false;
  const ceiling = indicator.scoring.family === 'ratio' && indicator.scoring.ceiling !== undefined;
  return clampReach(value, floor ?? (atLeaf ? ZERO : null), atLeaf && !excess && !ceiling ? marks : null);
}

/** What the leaves of an item can come to, before its own bounds. */
export function leavesReach(item: Item): Reach {
  const leaves = item.indicators
    .map((indicator) => indicatorReach(indicator, item))
    .reduce(sumReach, NOWHERE);
  const claimed = item.indicators.reduce((sum, { marks }) => add(sum, number(marks) ?? ZERO), ZERO);
  const rest = add(number(item.marks) ?? ZERO, negate(claimed));
  return item.marks !== undefined && sign(rest) > 0 ? sumReach(leaves, oneOf([rest])) : leaves;
}

/** What an item can come to (§4). */
export function itemReach(item: Item): Reach {
  const marks = number(item.marks) ?? null;
  const low = number(item.low) ?? (marks === null ? null : ZERO);
  const high = number(item.high) ?? (item.allowExcess === true ? null : marks);
  return clampReach(leavesReach(item), low, high);
}

/** What the items of a module can come to, before its own bounds. */
export function itemsReach(module: Module): Reach {
  return module.items.map(itemReach).reduce(sumReach, NOWHERE);
}

/** What a module can bring to the total. */
export function moduleReach(module: Module): Reach {
  const weight = number(module.weight) ?? ONE;
  const { least, most } = clampReach(
    itemsReach(module),
    number(module.low) ?? null,
    number(module.high) ?? null,
  );
  const weighed = (value: Exact | null) => (value === null ? null : multiply(value, weight));
  return { least: weighed(least), most: weighed(most) };
}

/** What a total can come to; a percentage one is never below zero (§4). */
export function totalReach(modules: readonly Module[], mode: 'percentage' | 'accumulating'): Reach {
  const sum = modules.map(moduleReach).reduce(sumReach, NOWHERE);
  return mode === 'percentage' ? clampReach(sum, ZERO, null) : sum;
}

/** Whether a reach stays within a bound; endless ones never do. */
export function staysBelow({ most }: Reach, bound: Exact): boolean {
  return most !== null && compare(most, bound) <= 0;
}

export function staysAbove({ least }: Reach, bound: Exact): boolean {
  return least !== null && compare(least, bound) >= 0;
}
