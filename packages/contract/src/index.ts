export * as appealStatistics from './appeal-statistics.ts';
export * as appeals from './appeals.ts';
export * as attendance from './attendance.ts';
export * as bulletins from './bulletins.ts';
export * from './endpoint.ts';
export * as entries from './entries.ts';
export * from './errors.ts';
export { type FactsFormat, factsFormat, parseFacts } from './facts-format.ts';
export * from './fields.ts';
export * as files from './files.ts';
export { parseFormat } from './format-refusals.ts';
export * as identity from './identity.ts';
export * as imports from './imports.ts';
export * as matterSplits from './matter-splits.ts';
export { MODULE_PRESET } from './module-preset.ts';
export * as notifications from './notifications.ts';
export * as operations from './operations.ts';
export * as organization from './organization.ts';
export * as outcomes from './outcomes.ts';
export * as periodCalendar from './period-calendar.ts';
export * as periods from './periods.ts';
export * as pilot from './pilot.ts';
export * as rechecks from './rechecks.ts';
export * as results from './results.ts';
export * as reviewDuties from './review-duties.ts';
export { ROLE_NAMES } from './role-names.ts';
export {
  hasUpper,
  indicatorFormat,
  lowerPartFormat,
  parseLowerPart,
  parseRuleSet,
  type RuleSetFormat,
  ruleSetFormat,
} from './rule-set-format.ts';
export { ruleSetJsonSchema } from './rule-set-json-schema.ts';
export { COMMON_WORDS, type FieldWords, RULE_SET_WORDS } from './rule-set-words.ts';
export * as ruleSets from './rule-sets.ts';
export * as scoreLog from './score-log.ts';
export { codeText, dayText, decimalText, rateText, scoringFormat } from './scoring-format.ts';
export * as simulations from './simulations.ts';
export * as submissions from './submissions.ts';
export * as supervision from './supervision.ts';
export * as targets from './targets.ts';
export * as unitHome from './unit-home.ts';
export * as workbench from './workbench.ts';
export * as writtenReviews from './written-reviews.ts';
