export { type Actuals, type BookKey, officerActuals, unitActuals } from './actuals.ts';
export { type IssueInput, type IssueRow, issueTargets } from './issue-targets.ts';
export { isTargetable, targetIndicators } from './target-indicators.ts';
export { undoIssuedTargets } from './undo-issued-targets.ts';
