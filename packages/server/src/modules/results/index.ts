export { publishResults } from './commands/publish-results.ts';
export { sealPeriod } from './commands/seal-period.ts';
export { startEvaluation } from './commands/start-evaluation.ts';
export { evaluatePeriod } from './evaluate-period.ts';
export { indicatorsOf } from './load-facts.ts';
export { type Finding, type Verification, verifySeal } from './verify-seal.ts';
