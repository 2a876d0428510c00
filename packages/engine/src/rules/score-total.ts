import type { Coefficient } from '../grading/coefficient.ts';
import { add, compare, divide, type Exact, isZero, multiply, sign, subtract, ZERO } from '../kernel/exact.ts';
import { round } from '../kernel/rounding.ts';
import { EXEMPT, NOT_APPLICABLE, NOT_SCORED, type Score, type ScoreState, scored } from '../kernel/score.ts';
import type { CompiledModule, CompiledRuleSet } from './compile.ts';
import type { ModuleResult } from './evaluation.ts';
import type { ItemOutcome } from './score-item.ts';
import type { TraceFact, TraceKind, TraceNode } from './trace.ts';
import { traceNode } from './trace-node.ts';

export interface TotalOutcome {
  readonly score: Score;
  readonly unrounded: Exact | null;
  readonly modules: readonly ModuleResult[];
  readonly known: { readonly value: Exact; readonly ofMarks: Exact };
  readonly trace: TraceNode | null;
}

export function asScore(state: ScoreState, value: Exact): Score {
  if (state === 'scored') return scored(value);
  return state === 'notScored' ? NOT_SCORED : state === 'exempt' ? EXEMPT : NOT_APPLICABLE;
}

/** An additive sum whose corrections are trace leaves of their own. */
class Sum {
  value = ZERO;
  readonly nodes: TraceNode[] | null;

  constructor(trace: boolean) {
    this.nodes = trace ? [] : null;
  }

  child(amount: Exact, node: TraceNode | null): void {
    this.value = add(this.value, amount);
    if (node !== null) this.nodes?.push(node);
  }

  step(kind: TraceKind, to: Exact, facts: Readonly<Record<string, TraceFact>>, clause?: string): void {
    const amount = subtract(to, this.value);
    if (isZero(amount)) return;
    this.value = to;
    this.nodes?.push(traceNode(kind, amount, { facts, ...(clause === undefined ? {} : { clause }) }));
  }
}

interface ModuleOutcome {
  readonly state: ScoreState;
  readonly value: Exact;
  readonly marks: Exact;
  readonly known: Exact;
  readonly knownOf: Exact;
  readonly node: TraceNode | null;
}

function combineStates(states: readonly ScoreState[]): ScoreState {
  if (states.includes('notScored')) return 'notScored';
  if (states.includes('scored')) return 'scored';
  return states.includes('exempt') ? 'exempt' : 'notApplicable';
}

function scoreModule(
  module: CompiledModule,
  items: readonly ItemOutcome[],
  rescale: boolean,
  trace: boolean,
): ModuleOutcome {
  const sum = new Sum(trace);
  let known = ZERO;
  let knownOf = ZERO;
  let marks = ZERO;
  let excluded = ZERO;
  let unmarked = ZERO;
  for (const [at, outcome] of items.entries()) {
    const own = module.items[at]?.marks ?? null;
    sum.child(outcome.state === 'scored' ? outcome.value : ZERO, outcome.node);
    known = add(known, outcome.known);
    knownOf = add(knownOf, outcome.knownOf);
    if (own === null) unmarked = add(unmarked, outcome.value);
    else marks = add(marks, own);
    if (own !== null && (outcome.state === 'exempt' || outcome.state === 'notApplicable'))
      excluded = add(excluded, own);
  }
  const state = combineStates(items.map((item) => item.state));
  const applicable = subtract(marks, excluded);
  if (rescale && sign(excluded) > 0 && sign(applicable) > 0) {
    const factor = divide(marks, applicable);
    sum.step('rescale', add(multiply(subtract(sum.value, unmarked), factor), unmarked), {
      factor,
      applicable,
      full: marks,
    });
  } else if (!rescale && sign(excluded) > 0)
    sum.step('base', add(sum.value, excluded), { notApplicable: true });
  if (module.low !== null && compare(sum.value, module.low) < 0) {
    sum.step('clamp', module.low, { bound: module.low, side: 'low' });
  }
  if (module.high !== null && compare(sum.value, module.high) > 0) {
    sum.step('clamp', module.high, { bound: module.high, side: 'high' });
  }
  sum.step('weight', multiply(sum.value, module.weight), { weight: module.weight });
  if (state === 'exempt' || state === 'notApplicable') {
    sum.step('rescale', ZERO, { applicable: ZERO, full: marks });
  }
  const { code, name } = module.source;
  return {
    state,
    value: state === 'scored' ? sum.value : ZERO,
    marks: multiply(marks, module.weight),
    known: multiply(known, module.weight),
    knownOf: multiply(knownOf, module.weight),
    node:
      sum.nodes === null ? null : traceNode('module', sum.value, { state, code, name, children: sum.nodes }),
  };
}

/** Modules left out altogether: the others answer for the whole of the marks. */
function rescaleTotal(sum: Sum, modules: readonly ModuleOutcome[]): void {
  let full = ZERO;
  let applicable = ZERO;
  let bonus = ZERO;
  for (const module of modules) {
    full = add(full, module.marks);
    if (isZero(module.marks)) bonus = add(bonus, module.value);
    else if (module.state === 'scored') applicable = add(applicable, module.marks);
  }
  if (sign(applicable) <= 0 || compare(applicable, full) === 0) return;
  const factor = divide(full, applicable);
  sum.step('rescale', add(multiply(subtract(sum.value, bonus), factor), bonus), { factor, applicable, full });
}

/** ⚙notApplicable = full: the marks of modules left out altogether are given, as those of items and leaves are. */
function giveLeftOut(sum: Sum, modules: readonly ModuleOutcome[]): void {
  const leftOut = modules.filter(({ state }) => state === 'exempt' || state === 'notApplicable');
  const given = leftOut.reduce((total, { marks }) => add(total, marks), ZERO);
  sum.step('base', add(sum.value, given), { notApplicable: true });
}

/** §5: total × k, before the one rounding. */
function multiplyTotal(sum: Sum, { factor, name, clause }: Coefficient): void {
  const facts = { factor, identity: name };
  sum.step('coefficient', multiply(sum.value, factor), facts, clause);
}

/** The total of one subject: modules, voiding effects, and the one rounding of §1. */
export function scoreTotal(
  rules: CompiledRuleSet,
  items: readonly (readonly ItemOutcome[])[],
  options: {
    readonly zeroed: string | null;
    readonly coefficient: Coefficient | null;
    readonly trace: boolean;
  },
): TotalOutcome {
  const { trace } = options;
  const modules = rules.modules.map((module, at) =>
    scoreModule(module, items[at] ?? [], rules.rescale, trace),
  );
  const state = combineStates(modules.map((module) => module.state));
  const sum = new Sum(trace);
  for (const module of modules) sum.child(module.value, module.node);
  if (state === 'scored' && rules.rescale) rescaleTotal(sum, modules);
  else if (state === 'scored') giveLeftOut(sum, modules);
  if (rules.source.mode === 'percentage' && sign(sum.value) < 0)
    sum.step('clamp', ZERO, { bound: ZERO, side: 'low' });
  if (options.zeroed !== null) sum.step('effect', ZERO, { effect: 'zeroTotal', source: options.zeroed });
  if (options.coefficient !== null) multiplyTotal(sum, options.coefficient);
  const unrounded = sum.value;
  if (rules.rounding !== null) {
    const { digits, mode } = rules.rounding;
    sum.step('rounding', round(unrounded, rules.rounding), { digits, mode });
  }
  return {
    score: asScore(state, sum.value),
    unrounded: state === 'scored' ? unrounded : null,
    modules: modules.map((module, at) => ({
      code: rules.modules[at]?.source.code ?? '',
      score: asScore(module.state, module.value),
    })),
    known: {
      value: modules.reduce((total, module) => add(total, module.known), ZERO),
      ofMarks: modules.reduce((total, module) => add(total, module.knownOf), ZERO),
    },
    trace: sum.nodes === null ? null : totalNode(rules, state, sum),
  };
}

function totalNode(rules: CompiledRuleSet, state: ScoreState, sum: Sum): TraceNode {
  const facts: Record<string, TraceFact> = { mode: rules.source.mode };
  if (rules.totalMarks !== null) facts.marks = rules.totalMarks;
  return traceNode('total', sum.value, { state, name: rules.source.name, facts, children: sum.nodes ?? [] });
}
