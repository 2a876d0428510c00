/**
 * The engine: pure functions from rules and facts to numbers, with no I/O, no clock and no randomness.
 */

export * from './access/index.ts';
export * from './decomposition/conservation.ts';
export * from './decomposition/split-by-weight.ts';
export * from './explain/effect-names.ts';
export * from './explain/explain.ts';
export { ruleWords } from './explain/rule-words.ts';
export * from './grading/index.ts';
export * from './inheritance/index.ts';
export * from './kernel/compare-text.ts';
export * from './kernel/exact.ts';
export * from './kernel/exact-text.ts';
export * from './kernel/instant.ts';
export * from './kernel/refusal.ts';
export * from './kernel/rounding.ts';
export * from './kernel/running-sum.ts';
export * from './kernel/score.ts';
export * from './ledger/canonical-entry.ts';
export * from './ledger/canonical-json.ts';
export * from './ledger/canonical-rule-set.ts';
export * from './ledger/canonical-seal.ts';
export * from './ledger/diff-seal.ts';
export * from './ledger/merkle.ts';
export * from './ledger/utf8.ts';
export * from './lint/index.ts';
export * from './lists/index.ts';
export * from './periods/index.ts';
export * from './quota/index.ts';
export * from './ranking/competition-rank.ts';
export * from './ranking/rank-list.ts';
export * from './rules/aggregate-periods.ts';
export * from './rules/appraisal-rules.ts';
export { checkRuleSet } from './rules/check-rule-set.ts';
export { appliesTo } from './rules/compile.ts';
export { type EvaluationInput, evaluate } from './rules/evaluate.ts';
export * from './rules/evaluation.ts';
export * from './rules/evaluation-json.ts';
export * from './rules/facts.ts';
export * from './rules/family-names.ts';
export * from './rules/rule-set.ts';
export * from './rules/scoring.ts';
export * from './rules/trace.ts';
export * from './workflow/index.ts';
export * from './working-days/calendar.ts';
export * from './working-days/working-days.ts';
export * from './year/index.ts';
