import { FoldedParts } from '../columns/folded-parts.ts';
import { foldedResult } from '../columns/folded-result.ts';
import { newSums, type OpenPeriod, openPeriod, placesOf } from '../columns/open-period.ts';
import { prepareRules } from '../columns/prepare-rules.ts';
import { readEntries } from '../columns/read-entries.ts';
import { readRoster } from '../columns/roster.ts';
import { scorePeriod } from '../columns/score-period.ts';
import { sharedMatters } from '../columns/settle-matters.ts';
import { Appraiser } from '../grading/appraise.ts';
import { compareText } from '../kernel/compare-text.ts';
import { ok, Refusals, type Result } from '../kernel/refusal.ts';
import { rankSubjects } from '../ranking/rank-subjects.ts';
import type { Evaluation, Ranking, SubjectResult } from './evaluation.ts';
import type { Facts, Subject } from './facts.ts';
import type { RuleSet } from './rule-set.ts';

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
  const prepared = prepareRules(ruleSet);
  if (!prepared.ok) return prepared;
  const { rules } = prepared.value;
  const refusals = new Refusals();
  const appraiser = new Appraiser(rules, facts, refusals);
  const { subjects } = appraiser;
  const roster = readRoster(subjects, tracedBy(traces), refusals);
  const columns = readEntries(facts, roster.index, rules, refusals);
  const subjectAt = placesOf(columns.subjects, roster.index);
  const sums = newSums(prepared.value, roster);
  const shared = sharedMatters(columns);
  const place = { columns, from: 0, to: columns.size, shared, roster, subjectAt, sums };
  const period = openPeriod({ ...place, prepared: prepared.value, facts, refusals });
  if (refusals.any) return { ok: false, refusals: refusals.list };
  const results = collectResults(period);
  if (refusals.any) return { ok: false, refusals: refusals.list };
  const rankings = rankSubjects(subjects, results, ruleSet.ranking);
  return ok({
    ruleSet: { id: ruleSet.id, version: ruleSet.version },
    period: facts.period,
    subjects: withRanks(results, rankings),
    rankings: appraiser.listed(rankings),
    ...appraiser.appraise(results),
    warnings: [...period.context.warnings, ...appraiser.warnings].sort(
      (a, b) => compareText(a.subject, b.subject) || compareText(a.message, b.message),
    ),
  });
}

function tracedBy(traces: 'all' | 'none' | readonly string[]): (subject: Subject) => boolean {
  if (traces === 'all') return () => true;
  const traced = new Set(traces === 'none' ? [] : traces);
  return ({ id }) => traced.has(id);
}

/** Everybody's result as an object, in the order of the subjects. */
function collectResults(period: OpenPeriod): readonly SubjectResult[] {
  const { rules, scaled } = period.prepared;
  const parts = scaled === null ? null : new FoldedParts(rules, scaled);
  const results: SubjectResult[] = [];
  scorePeriod(period, {
    folded: (_at, subject, folded) => {
      if (scaled === null || parts === null) return;
      results.push(foldedResult(rules, scaled, parts, subject, folded));
    },
    exact: (_at, result) => results.push(result),
  });
  return results;
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
