export { contentHash } from './content-hash.ts';
export { clauseOf, type IndicatorPlace, indicatorOf, indicatorPlaces, placeOf } from './indicator-of.ts';
export { unitOnLine } from './owner-routes.ts';
export { type OwnerUnit, ownersFor, ownerUnitOf, ownerUnits } from './owner-unit.ts';
export { parseContent, publishedRuleSet, ruleSetOfVersion } from './published-rule-set.ts';
export { listFilings } from './queries/list-filings.ts';
export { removeImportedDrafts } from './remove-draft.ts';
export { type DraftInput, type SavedDraft, saveDraftContent } from './save-draft-content.ts';
export { findVersion, type VersionRow } from './version-row.ts';
