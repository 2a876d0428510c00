import { coefficientOf } from '../grading/coefficient.ts';
import { compareText } from '../kernel/compare-text.ts';
import { add, isZero, ZERO } from '../kernel/exact.ts';
import type { Refusals } from '../kernel/refusal.ts';
import { EXEMPT, NOT_SCORED } from '../kernel/score.ts';
import { appliesTo, type CompiledIndicator, type CompiledRuleSet } from './compile.ts';
import type { AppliedEffect, SubjectResult, Warning } from './evaluation.ts';
import type { Subject } from './facts.ts';
import type { EntryGatherer, Gathered } from './gather-entries.ts';
import type { GroupedFacts } from './grouped-facts.ts';
import { type MatterShares, resolveMatters } from './matters.ts';
import type { NumberReader } from './number-reader.ts';
import type { PeerMeasures } from './peer-measures.ts';
import { type IndicatorOutcome, scoreIndicator } from './score-indicator.ts';
import { type ItemOutcome, scoreItem } from './score-item.ts';
import { asScore, scoreTotal } from './score-total.ts';

export interface SubjectContext {
  readonly rules: CompiledRuleSet;
  readonly grouped: GroupedFacts;
  readonly gatherer: EntryGatherer;
  readonly peers: PeerMeasures;
  readonly shares: MatterShares;
  readonly warnings: Warning[];
  readonly numbers: NumberReader;
  readonly refusals: Refusals;
  /** Outcomes of indicators in which nothing happened; filled as they are needed. */
  readonly untouched: Map<CompiledIndicator, IndicatorOutcome>;
}

/** §7: exempt takes no part and no rank; not scored is on the list without a number. */
function withoutScore(subject: Subject, trace: boolean): SubjectResult {
  return {
    subject: subject.id,
    kind: subject.kind,
    code: subject.code,
    score: subject.status === 'exempt' ? EXEMPT : NOT_SCORED,
    unrounded: null,
    known: { value: ZERO, ofMarks: ZERO },
    missing: [],
    rank: null,
    additions: ZERO,
    deductions: ZERO,
    modules: [],
    items: [],
    indicators: [],
    effects: [],
    entries: trace ? [] : null,
    trace: null,
  };
}

function isTouched({ events, adjustments, exemptions }: Gathered, index: number): boolean {
  const entries = (events[index]?.length ?? 0) + (adjustments[index]?.length ?? 0);
  return entries > 0 || exemptions[index] !== null;
}

/** Where nothing happened, everybody's outcome is the same one: most indicators of most people. */
function scoreUntouched({ untouched }: SubjectContext, indicator: CompiledIndicator): IndicatorOutcome {
  const known = untouched.get(indicator);
  if (known !== undefined) return known;
  const outcome = scoreIndicator({
    indicator,
    events: [],
    adjustments: [],
    plain: ZERO,
    exemption: null,
    measures: [],
    measured: null,
    target: null,
    peers: null,
    applies: true,
    trace: false,
  });
  untouched.set(indicator, outcome);
  return outcome;
}

function scoreIndicators(
  context: SubjectContext,
  at: number,
  subject: Subject,
  gathered: Gathered,
  trace: boolean,
): IndicatorOutcome[] {
  const { rules, grouped, numbers, refusals } = context;
  const targets = grouped.targets[at];
  const outcomes: IndicatorOutcome[] = [];
  for (const indicator of rules.indicators) {
    const { index, family } = indicator;
    const plain = grouped.sums.of(at, index);
    const applies = appliesTo(indicator.source, subject);
    const untouched = !trace && applies && family.kind === 'event' && isZero(plain);
    if (untouched && !isTouched(gathered, index)) {
      outcomes.push(scoreUntouched(context, indicator));
      continue;
    }
    const measures = gathered.measures[index] ?? [];
    const target = targets?.get(index) ?? null;
    const measured = family.kind === 'measure' ? family.measure(measures, target, numbers, refusals) : null;
    outcomes.push(
      scoreIndicator({
        indicator,
        events: gathered.events[index] ?? [],
        adjustments: gathered.adjustments[index] ?? [],
        plain,
        exemption: gathered.exemptions[index] ?? null,
        measures,
        measured,
        target,
        peers: context.peers.of(index, subject),
        applies,
        trace,
      }),
    );
  }
  return outcomes;
}

function collectEffects(
  context: SubjectContext,
  at: number,
  outcomes: readonly IndicatorOutcome[],
): AppliedEffect[] {
  const effects: AppliedEffect[] = [];
  for (const outcome of outcomes) effects.push(...outcome.effects);
  for (const { rule, source } of context.grouped.effects[at] ?? []) effects.push({ ...rule, source });
  return effects.sort((a, b) => compareText(a.source, b.source));
}

/** zeroItem names its item, or empties the item of the indicator it comes from. */
function zeroedItem(
  effects: readonly AppliedEffect[],
  item: CompiledRuleSet['modules'][number]['items'][number],
): string | null {
  const found = effects.find((effect) => {
    if (effect.kind !== 'zeroItem') return false;
    if (effect.item !== undefined) return effect.item === item.source.code;
    return item.source.indicators.some((indicator) => indicator.code === effect.indicator);
  });
  return found?.source ?? null;
}

function scoreItems(
  context: SubjectContext,
  outcomes: readonly IndicatorOutcome[],
  effects: readonly AppliedEffect[],
  trace: boolean,
): ItemOutcome[][] {
  const { rules } = context;
  let next = 0;
  return rules.modules.map((module) =>
    module.items.map((item) => {
      const own = outcomes.slice(next, next + item.indicators.length);
      next += item.indicators.length;
      const zeroed = zeroedItem(effects, item);
      return scoreItem(item, own, { rescale: rules.rescale, zeroed, trace });
    }),
  );
}

/** Everything about one subject except its rank. */
export function scoreSubject(
  context: SubjectContext,
  at: number,
  subject: Subject,
  trace: boolean,
): SubjectResult {
  if (subject.status === 'exempt' || subject.status === 'notScored') return withoutScore(subject, trace);
  const { rules, gatherer } = context;
  const gathered = gatherer.gather(at, trace);
  resolveMatters(gathered.withMatter, {
    subject,
    mixedSigns: rules.mixedSigns,
    priors: context.grouped.priors[at],
    decisions: context.grouped.decisions[at],
    warnings: context.warnings,
  });
  if (rules.split === 'fixedTotal') context.shares.record(subject, gathered.withMatter);
  const outcomes = scoreIndicators(context, at, subject, gathered, trace);
  const effects = collectEffects(context, at, outcomes);
  const items = scoreItems(context, outcomes, effects, trace);
  const zeroed = effects.find((effect) => effect.kind === 'zeroTotal')?.source ?? null;
  const coefficient = coefficientOf(rules.coefficients, subject);
  const total = scoreTotal(rules, items, { zeroed, coefficient, trace });
  const summed = context.grouped.sums.signed(at);
  const sources = rules.modules.flatMap((module) => module.items);
  return {
    subject: subject.id,
    kind: subject.kind,
    code: subject.code,
    score: total.score,
    unrounded: total.unrounded,
    known: total.known,
    missing: missingCodes(rules, outcomes),
    rank: null,
    additions: outcomes.reduce((sum, outcome) => add(sum, outcome.additions), summed.additions),
    deductions: outcomes.reduce((sum, outcome) => add(sum, outcome.deductions), summed.deductions),
    modules: total.modules,
    items: items
      .flat()
      .map((item, i) => ({ code: sources[i]?.source.code ?? '', score: asScore(item.state, item.value) })),
    indicators: outcomes.map((outcome, i) => ({
      code: rules.indicators[i]?.source.code ?? '',
      score: asScore(outcome.state, outcome.value),
      measured: outcome.measured,
    })),
    effects,
    entries: trace ? gatherer.outcomes(at) : null,
    trace: total.trace,
  };
}

function missingCodes(rules: CompiledRuleSet, outcomes: readonly IndicatorOutcome[]): readonly string[] {
  const missing: string[] = [];
  for (const [i, outcome] of outcomes.entries()) {
    if (outcome.state === 'notScored') missing.push(rules.indicators[i]?.source.code ?? '');
  }
  return missing;
}
