import { compareText } from '../kernel/compare-text.ts';
import { ok, Refusals, type Result } from '../kernel/refusal.ts';
import { rankSubjects } from '../ranking/rank-subjects.ts';
import { checkCompiled } from './check-rule-set.ts';
import { compileRuleSet } from './compile.ts';
import { EntryReader } from './entry-reader.ts';
import type { Evaluation, Ranking, SubjectResult, Warning } from './evaluation.ts';
import type { Facts, Subject } from './facts.ts';
import { EntryGatherer } from './gather-entries.ts';
import { MatterShares } from './matters.ts';
import { NumberReader } from './number-reader.ts';
import { PeerMeasures } from './peer-measures.ts';
import { readFacts } from './read-facts.ts';
import type { RuleSet } from './rule-set.ts';
import { scoreSubject } from './score-subject.ts';

export interface EvaluationInput {
  readonly ruleSet: RuleSet;
  readonly facts: Facts;
  /** For whom the trace and the outcome of every entry is kept; default all. Scores do not depend on it. */
  readonly traces?: 'all' | 'none' | readonly string[];
}

/**
 * Results as a pure function of rule set and facts (§15): scores, ranks and, where asked for, the trace of every
 * number. The order of the input is irrelevant. Refused as a whole, with every reason, when anything is unsound.
 */
export function evaluate({ ruleSet, facts, traces = 'all' }: EvaluationInput): Result<Evaluation> {
  const refusals = new Refusals();
  const rules = compileRuleSet(ruleSet, refusals);
  checkCompiled(rules, refusals);
  if (refusals.any) return { ok: false, refusals: refusals.list };
  const numbers = new NumberReader(refusals);
  const reader = new EntryReader(numbers, refusals, facts.calendar ?? null);
  const traced = traces === 'all' || traces === 'none' ? null : new Set(traces);
  const isTraced = ({ id }: Subject) => (traced === null ? traces === 'all' : traced.has(id));
  const grouped = readFacts(facts, rules, numbers, refusals, reader, isTraced);
  if (refusals.any) return { ok: false, refusals: refusals.list };
  const warnings: Warning[] = [];
  const shares = new MatterShares();
  const gatherer = new EntryGatherer(facts, grouped, rules, reader);
  const peers = new PeerMeasures(facts, grouped, rules, numbers, refusals);
  const context = { rules, grouped, gatherer, peers, shares, warnings, numbers, refusals };
  const results: SubjectResult[] = [];
  for (const [at, subject] of facts.subjects.entries()) {
    const result = scoreSubject(context, at, isTraced(subject));
    if (result !== null) results.push(result);
  }
  shares.check(refusals);
  if (refusals.any) return { ok: false, refusals: refusals.list };
  const rankings = rankSubjects(facts.subjects, results, ruleSet.ranking);
  return ok({
    ruleSet: { id: ruleSet.id, version: ruleSet.version },
    period: facts.period,
    subjects: withRanks(results, rankings),
    rankings,
    warnings: warnings.sort((a, b) => compareText(a.subject, b.subject) || compareText(a.message, b.message)),
  });
}

function withRanks(
  results: readonly SubjectResult[],
  rankings: readonly Ranking[],
): readonly SubjectResult[] {
  const ranks = new Map<string, number>();
  for (const { rows } of rankings)
    for (const row of rows) if (row.rank !== null) ranks.set(row.subject, row.rank);
  return results
    .map((result) => ({ ...result, rank: ranks.get(result.subject) ?? null }))
    .sort((a, b) => compareText(a.subject, b.subject));
}
