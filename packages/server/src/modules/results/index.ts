export { publishResults } from './commands/publish-results.ts';
export { sealPeriod } from './commands/seal-period.ts';
export { startEvaluation } from './commands/start-evaluation.ts';
export { evaluatePeriod } from './evaluate-period.ts';
export { loadPeriod } from './period-context.ts';
export { periodTargets } from './period-targets.ts';
export { sealedBasis } from './sealed-content.ts';
export { type Trusted, type VerifiedSeal, verifyAllSeals } from './verify-all-seals.ts';
export { type Finding, type Verification, verifySeal } from './verify-seal.ts';
