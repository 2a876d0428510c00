/**
 * The engine: pure functions from rules and facts to numbers, with no I/O, no clock and no randomness.
 */

export * from './kernel/compare-text.ts';
export * from './kernel/exact.ts';
export * from './kernel/exact-text.ts';
export * from './kernel/instant.ts';
export * from './kernel/refusal.ts';
export * from './kernel/rounding.ts';
export * from './kernel/running-sum.ts';
export * from './kernel/score.ts';
export * from './rules/evaluation.ts';
export * from './rules/facts.ts';
export * from './rules/rule-set.ts';
export * from './rules/scoring.ts';
export * from './rules/trace.ts';
export * from './working-days/calendar.ts';
export * from './access/index.ts';
export * from './workflow/index.ts';
export * from './periods/index.ts';
