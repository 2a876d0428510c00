export { addOfficer, addOfficers, type NewOfficer, type Personal, type Service } from './add-officer.ts';
export { addUnit, type NewUnit } from './add-unit.ts';
export { createSequence } from './commands/save-sequence.ts';
export { setCalendar } from './commands/set-calendar.ts';
export { dayBefore } from './day-before.ts';
export { hashIdNumber, maskIdNumber, maskStoredIdNumber } from './id-number.ts';
export { lockTree } from './lock-tree.ts';
export { loadActivations } from './queries/activations.ts';
export { listCalendars, loadCalendar } from './queries/calendars.ts';
export { serviceOn } from './queries/current-service.ts';
export { findRootUnit, findSubtree, findUnit, type Unit } from './queries/find-unit.ts';
export {
  rosterSnapshot,
  type SnapshotOfficer,
  type SnapshotUnit,
  unitSnapshot,
} from './queries/roster-snapshot.ts';
export { type SubjectUnit, subjectUnitPath } from './queries/subject-unit.ts';
export { pilotRefusal, requireTakingPart } from './require-taking-part.ts';
export type { SequencePlace } from './sequence-of-path.ts';
