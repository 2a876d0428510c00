export { acknowledge } from './acknowledge.ts';
export { bookPoints, type EntryFacts, unbookedFact } from './book-points.ts';
export { bookReplacement, replacementFacts } from './commands/correct-entry.ts';
export { postEntry, requireForm, requireOccurred } from './commands/post-entry.ts';
export { contestRefusal, discardedBecause, lastDayToContest } from './contest-window.ts';
export { factOf, given, type LedgerRow } from './entry-facts.ts';
export { entryHash } from './entry-hash.ts';
export { findIndicator, type PlacedIndicator, placedIndicators, presentIndicator } from './find-indicator.ts';
export { formOf, type IndicatorForm, presentEvent, presentForm, takesLateWork } from './indicator-form.ts';
export { loadSubject, loadSubjects, presentSubject, type WorkSubject } from './load-subject.ts';
export { lockMatters } from './lock-matters.ts';
export { isOperationSubject, requireOperationSubject } from './operation-subjects.ts';
export { entryViews, refusalToContest } from './queries/entry-views.ts';
export { countUnread, findEntry } from './queries/list-entries.ts';
export { bookedFrom, presentParts } from './queries/matter-parts.ts';
export {
  type EntryToRecord,
  evidenceHashes,
  recordEntry,
  requireBookable,
  requireInReach,
} from './record-entry.ts';
export { recordMany } from './record-many.ts';
export { reverseEntry } from './reverse-entry.ts';
export {
  eventOf,
  type MatterToSplit,
  type PartToBook,
  recordParts,
  refuseOwnPart,
  splitMatter,
} from './split-matter.ts';
export {
  loadWorkPeriod,
  loadWorkPeriods,
  lockWorkPeriod,
  readWorkPeriods,
  type WorkPeriod,
  workPeriodQuery,
} from './work-period.ts';
