import {
  add,
  compare,
  divide,
  type Exact,
  isZero,
  larger,
  multiply,
  sign,
  smaller,
  subtract,
  ZERO,
} from '../kernel/exact.ts';
import type { ScoreState } from '../kernel/score.ts';
import type { CompiledItem } from './compile.ts';
import type { IndicatorOutcome } from './score-indicator.ts';
import type { TraceFact, TraceKind, TraceNode } from './trace.ts';
import { traceNode } from './trace-node.ts';

export interface ItemOutcome {
  readonly state: ScoreState;
  readonly value: Exact;
  /** What is known so far while leaves are not scored, and of how many marks. */
  readonly known: Exact;
  readonly knownOf: Exact;
  readonly node: TraceNode | null;
}

interface Leaf {
  readonly marks: Exact | null;
  readonly outcome: IndicatorOutcome;
}

/** Leaves that do not apply or are exempt: their marks are shared out, or given in full (⚙notApplicable). */
function excludedMarks(leaves: readonly Leaf[]): Exact {
  let sum = ZERO;
  for (const { marks, outcome } of leaves) {
    if (marks === null || outcome.state === 'scored' || outcome.state === 'notScored') continue;
    sum = add(sum, marks);
  }
  return sum;
}

class ItemSum {
  value = ZERO;
  readonly nodes: TraceNode[] | null;

  constructor(trace: boolean) {
    this.nodes = trace ? [] : null;
  }

  step(kind: TraceKind, to: Exact, facts: Readonly<Record<string, TraceFact>>): void {
    const amount = subtract(to, this.value);
    if (isZero(amount)) return;
    this.value = to;
    this.nodes?.push(traceNode(kind, amount, { facts }));
  }
}

function addLeaves(leaves: readonly Leaf[], sum: ItemSum, rescale: boolean): Exact {
  let unmarked = ZERO;
  for (const { marks, outcome } of leaves) {
    if (outcome.node !== null) sum.nodes?.push(outcome.node);
    if (outcome.state === 'scored') {
      sum.value = add(sum.value, outcome.value);
      if (marks === null) unmarked = add(unmarked, outcome.value);
    } else if (marks !== null && !rescale && outcome.state !== 'notScored') {
      sum.value = add(sum.value, marks);
      sum.nodes?.push(traceNode('base', marks, { facts: { notApplicable: true } }));
    }
  }
  return unmarked;
}

/** Between which values an item stays: 0 and its marks, unless it says otherwise (§4). */
export function itemBounds(item: CompiledItem): { readonly low: Exact | null; readonly high: Exact | null } {
  return {
    low: item.low ?? (item.marks === null ? null : ZERO),
    high: item.high ?? (item.marks === null || item.source.allowExcess === true ? null : item.marks),
  };
}

/** The part of an item's marks that no leaf claims: it is there from the start. */
export function unclaimedMarks(item: CompiledItem): Exact {
  if (item.marks === null) return ZERO;
  const claimed = item.indicators.reduce((sum, { marks }) => (marks === null ? sum : add(sum, marks)), ZERO);
  return larger(subtract(item.marks, claimed), ZERO);
}

/** §4: net first, then clamp. 40 − 43 + 2 is 0, not 2; the clamp sits where the marks are declared. */
function clampItem(item: CompiledItem, sum: ItemSum): void {
  const { low, high } = itemBounds(item);
  if (low !== null && compare(sum.value, low) < 0) sum.step('clamp', low, { bound: low, side: 'low' });
  if (high !== null && compare(sum.value, high) > 0) sum.step('clamp', high, { bound: high, side: 'high' });
}

function itemState(leaves: readonly Leaf[], excludedAll: boolean): ScoreState {
  if (leaves.some(({ outcome }) => outcome.state === 'notScored')) return 'notScored';
  const live = leaves.some(({ outcome }) => outcome.state === 'scored');
  if (!live || excludedAll) {
    return leaves.some(({ outcome }) => outcome.state === 'exempt') ? 'exempt' : 'notApplicable';
  }
  return 'scored';
}

/** One item of one subject: leaves, rescaling, clamp, voiding effects. */
export function scoreItem(
  item: CompiledItem,
  outcomes: readonly IndicatorOutcome[],
  options: { readonly rescale: boolean; readonly zeroed: string | null; readonly trace: boolean },
): ItemOutcome {
  const leaves = item.indicators.flatMap((indicator, at): Leaf[] => {
    const outcome = outcomes[at];
    return outcome === undefined ? [] : [{ marks: indicator.marks, outcome }];
  });
  const sum = new ItemSum(options.trace);
  sum.step('base', unclaimedMarks(item), {});
  const unmarked = addLeaves(leaves, sum, options.rescale);
  const excluded = options.rescale ? excludedMarks(leaves) : ZERO;
  const applicable = item.marks === null ? ZERO : subtract(item.marks, excluded);
  const excludedAll = item.marks !== null && sign(excluded) > 0 && sign(applicable) <= 0;
  const state = itemState(leaves, excludedAll);
  if (item.marks !== null && sign(excluded) > 0 && !excludedAll) {
    const factor = divide(item.marks, applicable);
    const scaled = add(multiply(subtract(sum.value, unmarked), factor), unmarked);
    sum.step('rescale', scaled, { factor, applicable, full: item.marks });
  }
  clampItem(item, sum);
  if (leaves.some(({ outcome }) => outcome.emptied === 'item')) {
    sum.step('emptied', smaller(sum.value, item.low ?? ZERO), { scope: 'item' });
  }
  if (options.zeroed !== null) sum.step('effect', ZERO, { effect: 'zeroItem', source: options.zeroed });
  // An item left out altogether counts nothing: its leaves in the trace say so too (X1).
  const leftOut = state === 'exempt' || state === 'notApplicable';
  if (leftOut) sum.step('rescale', ZERO, { applicable: ZERO, full: item.marks ?? ZERO });
  const missing = leaves.reduce(
    (total, { marks, outcome }) =>
      outcome.state === 'notScored' && marks !== null ? add(total, marks) : total,
    ZERO,
  );
  return {
    state,
    value: state === 'scored' ? sum.value : ZERO,
    known: sum.value,
    knownOf: item.marks === null || leftOut ? ZERO : subtract(item.marks, missing),
    node: sum.nodes === null ? null : itemNode(item, state, sum),
  };
}

function itemNode(item: CompiledItem, state: ScoreState, sum: ItemSum): TraceNode {
  const { code, name, clause } = item.source;
  return traceNode('item', sum.value, {
    state,
    code,
    name,
    ...(clause === undefined ? {} : { clause }),
    ...(item.marks === null ? {} : { facts: { marks: item.marks } }),
    children: sum.nodes ?? [],
  });
}
