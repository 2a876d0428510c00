import { canonicalJson } from '../ledger/canonical-json.ts';
import { evaluate } from '../rules/evaluate.ts';
import type { SubjectResult } from '../rules/evaluation.ts';
import { toPlain } from '../rules/evaluation-json.ts';
import type { FactEntry, Facts } from '../rules/facts.ts';
import type { Indicator, Item, RuleSet } from '../rules/rule-set.ts';
import type { NamedEvent } from '../rules/scoring.ts';
import { entry, evaluated, factsOf, indicator, resultOf, ruleSetOf } from './small-rule-set.ts';
import { traceLines } from './trace-lines.ts';

/** Builders for whole calculations: an event adds or deducts one point. */
const events: readonly NamedEvent[] = [
  { code: 'minus', name: '扣', points: '-1' },
  { code: 'plus', name: '加', points: '1' },
];
export const leaf = (code: string, more: Partial<Indicator> = {}) =>
  indicator(code, { family: 'occurrence', events }, more);
export const nothing = indicator('n', { family: 'allOrNothing', events, times: 2 });
export const take = (code: string, quantity: string, more: Partial<FactEntry> = {}) =>
  entry(code, { id: `${code}-`, event: 'minus', quantity, ...more });
export const give = (code: string, quantity: string) =>
  entry(code, { id: `${code}+`, event: 'plus', quantity });
export const measure = (code: string, quantity: string) =>
  entry(code, { id: `${code}=`, kind: 'measure', quantity });
export const exempt = (code: string) => entry(code, { id: `${code}0`, kind: 'exemption', reason: '未开展' });

/** The result of subject a; the same evaluation without a trace must come to the same result (§15). */
export function resultWithTrace(ruleSet: RuleSet, facts: Facts): SubjectResult {
  const traced = resultOf(evaluated(ruleSet, facts));
  const untraced = evaluate({ ruleSet, facts, traces: 'none' });
  if (!untraced.ok) throw new Error('refused without a trace');
  const plain = (result: SubjectResult) => canonicalJson(toPlain({ ...result, trace: null, entries: null }));
  if (plain(resultOf(untraced.value)) !== plain(traced)) throw new Error('another result without a trace');
  return traced;
}

/** The whole calculation of subject a; what says the same in every case is left out. */
export function traceOf(
  items: readonly Item[],
  entries: readonly FactEntry[],
  rules: Partial<RuleSet> = {},
  facts: Partial<Facts> = {},
): readonly string[] {
  const result = resultWithTrace(ruleSetOf(items, { rounding: 'none', ...rules }), factsOf(entries, facts));
  return traceLines(result.trace).map((line) =>
    line.replace(/ (event=. .*own=-?\d+|mode=accumulating|owner=考核办|at=2026-09-01|\(c\))/g, ''),
  );
}
