import {
  add,
  compare,
  type Exact,
  isZero,
  larger,
  negate,
  sign,
  smaller,
  subtract,
  ZERO,
} from '../kernel/exact.ts';
import { RunningSum } from '../kernel/running-sum.ts';
import type { ScoreState } from '../kernel/score.ts';
import type { CompiledIndicator } from './compile.ts';
import { compareEntries } from './entry-order.ts';
import type { AppliedEffect } from './evaluation.ts';
import type { FactEntry } from './facts.ts';
import type { Emptied, LiveEntry, Measured, Peers, TargetValue } from './families/family.ts';
import type { TraceFact, TraceKind, TraceNode } from './trace.ts';
import { traceNode } from './trace-node.ts';

export interface IndicatorInput {
  readonly indicator: CompiledIndicator;
  /** Event entries with points, after §3. */
  readonly events: readonly LiveEntry[];
  readonly adjustments: readonly LiveEntry[];
  /** The sum of entries added up while reading; their additions and deductions are told by the subject's sums. */
  readonly plain: Exact;
  readonly exemption: FactEntry | null;
  readonly measures: readonly FactEntry[];
  readonly measured: Measured | null;
  readonly target: TargetValue | null;
  readonly peers: Peers | null;
  readonly applies: boolean;
  readonly trace: boolean;
}

export interface IndicatorOutcome {
  readonly state: ScoreState;
  /** With marks: reached of them. Without: added or deducted. */
  readonly value: Exact;
  readonly measured: Exact | null;
  readonly additions: Exact;
  readonly deductions: Exact;
  readonly emptied: Emptied;
  readonly effects: readonly AppliedEffect[];
  readonly node: TraceNode | null;
}

/** Additions and deductions apart. */
export interface Signed {
  readonly plus: Exact;
  readonly minus: Exact;
}

const NONE: Signed = { plus: ZERO, minus: ZERO };

/** Collects the steps of one indicator; every step is one trace leaf, so that the leaves re-add to the value. */
class Steps {
  value = ZERO;
  readonly nodes: TraceNode[] | null;

  constructor(trace: boolean) {
    this.nodes = trace ? [] : null;
  }

  add(kind: TraceKind, amount: Exact, facts: Readonly<Record<string, TraceFact>> = {}): void {
    this.value = add(this.value, amount);
    this.nodes?.push(traceNode(kind, amount, { facts }));
  }

  /** Moves the value to `to`, if it is elsewhere, with a step that carries the difference. */
  moveTo(kind: TraceKind, to: Exact, facts: Readonly<Record<string, TraceFact>> = {}): void {
    const difference = subtract(to, this.value);
    if (!isZero(difference)) this.add(kind, difference, facts);
  }
}

function entryNode(kind: 'event' | 'adjustment', live: LiveEntry): TraceNode {
  const { entry } = live;
  const facts: Record<string, TraceFact> = { ...live.facts, own: live.points, at: entry.at };
  if (entry.by !== undefined) facts.by = entry.by;
  if (entry.reason !== undefined) facts.reason = entry.reason;
  if (entry.matter !== undefined) facts.matter = entry.matter;
  const clause = entry.clause ?? (typeof live.facts?.clause === 'string' ? live.facts.clause : undefined);
  return traceNode(kind, live.counted, {
    facts,
    entries: [entry.id],
    standsIn: live.standsIn,
    ...(clause === undefined ? {} : { clause }),
  });
}

function addEntries(
  kind: 'event' | 'adjustment',
  entries: readonly LiveEntry[],
  steps: Steps,
  plain: Exact = ZERO,
): Signed {
  steps.value = add(steps.value, plain);
  if (entries.length === 0) return NONE;
  const plus = new RunningSum();
  const minus = new RunningSum();
  for (const live of entries) (live.counted.n < 0 ? minus : plus).add(live.counted);
  const signed = { plus: plus.value(), minus: minus.value() };
  steps.value = add(steps.value, add(signed.plus, signed.minus));
  if (steps.nodes !== null) {
    const ordered = [...entries].sort((a, b) => compareEntries(a.entry, b.entry));
    for (const live of ordered) steps.nodes.push(entryNode(kind, live));
  }
  return signed;
}

function clampSize(value: Exact, cap: Exact): Exact {
  return larger(smaller(value, cap), negate(cap));
}

function unscored(
  state: ScoreState,
  input: IndicatorInput,
  facts: Readonly<Record<string, TraceFact>> = {},
): IndicatorOutcome {
  return {
    state,
    value: ZERO,
    measured: null,
    additions: ZERO,
    deductions: ZERO,
    emptied: null,
    effects: [],
    node: input.trace ? indicatorNode(input, state, ZERO, null, [], facts) : null,
  };
}

function indicatorNode(
  { indicator, measures, exemption }: IndicatorInput,
  state: ScoreState,
  value: Exact,
  measured: Exact | null,
  children: readonly TraceNode[],
  more: Readonly<Record<string, TraceFact>> = {},
): TraceNode {
  const { source, marks } = indicator;
  const facts: Record<string, TraceFact> = { owner: source.owner, ...more };
  if (marks !== null) facts.marks = marks;
  if (measured !== null) facts.measured = measured;
  const entries = measures.map((entry) => entry.id).sort();
  if (exemption !== null) entries.push(exemption.id);
  return traceNode('indicator', value, {
    state,
    code: source.code,
    name: source.name,
    clause: source.clause,
    family: source.scoring.family,
    facts,
    entries,
    children,
  });
}

/** The measured part: null when the indicator is not scored or does not apply. */
function addMeasured(input: IndicatorInput, steps: Steps): ScoreState | { readonly measured: Exact | null } {
  const { family, marks } = input.indicator;
  if (family.kind !== 'measure') return 'notApplicable';
  const target = input.target ?? (family.target === null ? null : { quantity: family.target, dueOn: null });
  if (family.needsTarget && target === null) return 'notApplicable';
  let { measured } = input;
  if (measured === null && family.absent === 'zero') {
    measured = { value: ZERO, facts: { actual: ZERO, absent: true } };
  }
  if (measured === null && family.absent === 'full') {
    steps.add('measure', ZERO, { absent: true });
    return { measured: null };
  }
  if (measured === null) return 'notScored';
  const score = family.score(measured, { marks, target, peers: input.peers });
  if (score === null) return 'notApplicable';
  // An absolute amount replaces the marks the steps began with.
  const amount = score.absolute ? subtract(score.amount, steps.value) : score.amount;
  steps.add('measure', amount, { ...score.facts, reached: score.amount });
  return { measured: score.measured };
}

/** Between which values a leaf stays: only one that declares marks has bounds, and only where the rule says so (§4). */
export function leafBounds(indicator: CompiledIndicator): {
  readonly low: Exact | null;
  readonly high: Exact | null;
} {
  const { marks, family, floorAtLeaf } = indicator;
  if (marks === null) return { low: null, high: null };
  const floor = family.kind === 'event' ? family.floor : null;
  const scoring = indicator.source.scoring;
  const mayExceed = scoring.family === 'ratio' && scoring.ceiling !== undefined;
  return {
    low: floor ?? (floorAtLeaf ? ZERO : null),
    high: floorAtLeaf && !indicator.allowExcess && !mayExceed ? marks : null,
  };
}

function clampLeaf(indicator: CompiledIndicator, steps: Steps): void {
  const { low, high } = leafBounds(indicator);
  if (low !== null && compare(steps.value, low) < 0) steps.moveTo('clamp', low, { bound: low, side: 'low' });
  if (high !== null && compare(steps.value, high) > 0) {
    steps.moveTo('clamp', high, { bound: high, side: 'high' });
  }
}

/** One indicator of one subject: its family's points, cap, adjustments and leaf clamp, with the trace of each step. */
export function scoreIndicator(input: IndicatorInput): IndicatorOutcome {
  const { indicator } = input;
  const { family, marks, cap } = indicator;
  if (!input.applies) return unscored('notApplicable', input);
  if (input.exemption !== null) return unscored('exempt', input, { reason: input.exemption.reason ?? '' });
  const steps = new Steps(input.trace);
  if (marks !== null) steps.add('base', marks);
  let measured: Exact | null = null;
  let signed = NONE;
  if (family.kind === 'measure') {
    const outcome = addMeasured(input, steps);
    if (outcome === 'notScored' || (typeof outcome === 'string' && input.adjustments.length === 0)) {
      return unscored(outcome, input);
    }
    // Without a target there is nothing to measure, but a decision about an earlier period still counts (§13).
    measured = typeof outcome === 'string' ? null : outcome.measured;
  } else signed = addEntries('event', input.events, steps, input.plain);
  const start = marks ?? ZERO;
  if (cap !== null) {
    const delta = subtract(steps.value, start);
    steps.moveTo('cap', add(start, clampSize(delta, cap)), { cap });
  }
  const adjusted = addEntries('adjustment', input.adjustments, steps);
  const emptied = family.kind === 'event' ? family.empties(input.events) : null;
  // Emptying takes what is there; it never gives back what was deducted beyond it.
  if (emptied === 'indicator') steps.moveTo('emptied', smaller(steps.value, ZERO), { scope: 'indicator' });
  clampLeaf(indicator, steps);
  const delta =
    family.kind === 'measure'
      ? subtract(subtract(steps.value, start), add(adjusted.plus, adjusted.minus))
      : ZERO;
  return {
    state: 'scored',
    value: steps.value,
    measured,
    additions: add(add(signed.plus, adjusted.plus), sign(delta) > 0 ? delta : ZERO),
    deductions: negate(add(add(signed.minus, adjusted.minus), sign(delta) < 0 ? delta : ZERO)),
    emptied,
    effects: family.kind === 'event' ? effectsOf(input, family) : [],
    node: steps.nodes === null ? null : indicatorNode(input, 'scored', steps.value, measured, steps.nodes),
  };
}

function effectsOf(
  input: IndicatorInput,
  family: Extract<CompiledIndicator['family'], { kind: 'event' }>,
): readonly AppliedEffect[] {
  if (input.events.length === 0) return [];
  const indicator = input.indicator.source.code;
  return family.effects(input.events).map(({ rule, source }) => ({
    clause: input.indicator.source.clause,
    ...rule,
    source,
    indicator,
  }));
}
