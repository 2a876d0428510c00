export type { LintFinding, LintOptions } from './lint-finding.ts';
export { lintRuleSet } from './lint-rule-set.ts';
export * from './lint-words.ts';
