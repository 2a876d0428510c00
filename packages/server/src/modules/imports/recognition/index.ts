export type { AcceptedRepairs } from './apply-repairs.ts';
export { applyRepairs } from './apply-repairs.ts';
export type { SheetChoice } from './choose-sheet.ts';
export { rankSheets } from './choose-sheet.ts';
export type { FieldSpec } from './field-spec.ts';
export type { ColumnMapping, RecognizedColumn, RecognizedTable } from './recognize-table.ts';
export { recognizeTable } from './recognize-table.ts';
export type { CellEdit, JudgedRow, Problem, Recognized, Repair, Summary, Verdict } from './recognized.ts';
export type { KnownUnit, UnitDirectory } from './resolve-unit.ts';
export { unitDirectory } from './resolve-unit.ts';
export type { RosterContext } from './roster/judge-roster.ts';
export { judgeRoster } from './roster/judge-roster.ts';
export { rosterFields } from './roster/roster-fields.ts';
export type { ExistingOfficer, MembershipStatus, RosterValues } from './roster/roster-values.ts';
export { isReady } from './summarize.ts';
export type { DecompositionContext, RecognizedDecomposition } from './target-book/judge-decomposition.ts';
export { judgeDecomposition } from './target-book/judge-decomposition.ts';
export type { RecognizedTargetBook, TargetBookContext } from './target-book/judge-target-book.ts';
export { judgeTargetBook } from './target-book/judge-target-book.ts';
export { lintIndicator } from './target-book/lint-indicator.ts';
export type { RuleSource, ScoringProposal } from './target-book/propose-scoring.ts';
export { proposeScoring } from './target-book/propose-scoring.ts';
export type { TargetBookOptions, TargetBookReading } from './target-book/recognize-target-book.ts';
export { recognizeTargetBook } from './target-book/recognize-target-book.ts';
export { targetBookFields } from './target-book/target-book-fields.ts';
export type {
  IndicatorFlag,
  IndicatorValues,
  ShareValues,
  SumCheck,
} from './target-book/target-book-values.ts';
export type { UnitListContext } from './unit-list/judge-unit-list.ts';
export { judgeUnitList } from './unit-list/judge-unit-list.ts';
export { UNIT_FIELDS } from './unit-list/unit-fields.ts';
export type { ExistingUnit, UnitKind, UnitValues } from './unit-list/unit-values.ts';
