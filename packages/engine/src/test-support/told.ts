import { explain, sentencesOf } from '../explain/explain.ts';
import type { Facts } from '../rules/facts.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { Scoring } from '../rules/scoring.ts';
import type { TraceNode } from '../rules/trace.ts';
import { evaluated, resultOf } from './small-rule-set.ts';

/** What the explanation of subject `a` says. */
export function traceOf(ruleSet: RuleSet, facts: Facts): TraceNode {
  const { trace } = resultOf(evaluated(ruleSet, facts));
  if (trace === null) throw new Error('no trace');
  return trace;
}
export const told = (ruleSet: RuleSet, facts: Facts) => sentencesOf(explain(traceOf(ruleSet, facts)));
export const steps = (ruleSet: RuleSet, facts: Facts) =>
  explain(traceOf(ruleSet, facts))
    .filter((line) => !line.sentence)
    .map((line) => line.text);

export const events = (...points: readonly string[]): Scoring => ({
  family: 'occurrence',
  events: points.map((each, at) => ({ code: `e${at}`, name: `情形${at}`, points: each })),
});
